import type { APIAllowedMentions } from 'discord-api-types/v10';
import { problem } from '../limits.ts';
import type { Pinged } from '../model.ts';
import type { Problem } from '../problems.ts';
import type { Ground } from './access.ts';

/** What of a payload decides who is notified. */
export interface Mentioning {
  readonly content?: string | null | undefined;
  readonly allowed_mentions?: APIAllowedMentions | null | undefined;
}

const named = (content: string, shape: RegExp): readonly string[] => [
  ...new Set([...content.matchAll(shape)].map(([, id = '']) => id)),
];

/**
 * Who is notified of a message: what stands in its content, as far as its `allowed_mentions` let it and the bot may.
 * Embeds and components of a classic message notify nobody.
 */
export function pingsOf({ content, allowed_mentions: allowed }: Mentioning, { guild, may }: Ground): Pinged {
  const text = content ?? '';
  const lets = (kind: 'roles' | 'users' | 'everyone', id?: string): boolean => {
    if (!allowed) return true;
    const listed = kind === 'everyone' ? [] : (allowed[kind] ?? []);
    return allowed.parse?.some(one => one === kind) === true || (id !== undefined && listed.includes(id));
  };
  const all = may('MentionEveryone');
  return {
    everyone: all && lets('everyone') && /@(?:everyone|here)\b/.test(text),
    roles: named(text, /<@&(\d+)>/g).filter(
      id => lets('roles', id) && (all || guild.roles.get(id)?.mentionable === true),
    ),
    users: named(text, /<@!?(\d+)>/g).filter(id => lets('users', id) && guild.members.has(id)),
  };
}

/** Whom a message may mention is said once: all of a kind, or those that are listed. */
export function mentionProblems({ allowed_mentions: allowed }: Mentioning): readonly Problem[] {
  const path = ['allowed_mentions'];
  const both = (['roles', 'users'] as const).filter(
    kind => allowed?.parse?.some(one => one === kind) && allowed[kind]?.length,
  );
  return [
    ...problem(!allowed, path, 'missing, so whatever stands in the text would ping'),
    ...problem(both.length > 0, path, `all ${both.join(' and ')} are allowed, and some are listed`),
  ];
}
