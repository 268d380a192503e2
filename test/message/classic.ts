import {
  CreateForumThreadRequestSchema,
  MessageCreateRequestSchema,
  MessageEditRequestPartialSchema,
} from 'discord-api-spec/zod';
import fc from 'fast-check';
import type { Post } from '../../src/blog/model.ts';
import type { Announcement } from '../../src/message/model.ts';
import { postFrom } from '../blog/fixture.ts';
import { wire } from '../discord/clock.ts';
import { messageProblems } from '../discord/limits.ts';
import { describe } from '../discord/problems.ts';
import { checkSchema } from '../discord/schemas.ts';

/** What Discord would refuse of an announcement: as a message, as an edit and, with a name, as a thread of a forum. */
export function problemsOf(announcement: Announcement, name = 'a thread'): readonly string[] {
  const sent: Announcement = JSON.parse(JSON.stringify(announcement));
  const checked = [
    checkSchema(MessageCreateRequestSchema, sent),
    checkSchema(MessageEditRequestPartialSchema, sent),
    checkSchema(CreateForumThreadRequestSchema, wire({ name, message: announcement })),
  ];
  const content = announcement.content.length > 2_000 ? ['content: 2,000 characters at most'] : [];
  const problems = [
    ...checked.flatMap(one => (one.ok ? [] : one.problems)),
    ...messageProblems({ ...sent, components: [...sent.components], embeds: [...sent.embeds] }),
  ];
  return [...content, ...problems.map(describe)];
}

/** The controls of an announcement, in order. */
export const controlsOf = ({ components }: Announcement) => components.flatMap(row => [...row.components]);

/** Text that wants to ping, to break out of its place, or to be too long. */
export const hostileText = fc.oneof(
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          '@everyone',
          '@here',
          '<@&1>',
          '<@2>',
          '<#3>',
          '<t:0:R>',
          '\n# ',
          '\n> ',
          '](https://evil.example)',
          '[a](https://evil.example)',
          '<https://evil.example>',
          '||',
          '```',
          '**',
          '\u202e',
          '\u0000',
          '👩‍👩‍👧‍👦',
          '汉字',
          ' ',
        ),
        fc.string({ unit: 'grapheme', maxLength: 8 }),
      ),
      { maxLength: 12 },
    )
    .map(parts => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('*', '字', '_', '\u0301', '👨‍👩‍👧', '@everyone ', '\\').map(unit => unit.repeat(3_000)),
);

const key = fc.stringMatching(/^[A-Za-z0-9_-]{11}$/);

const whole = postFrom('---\ntitle: t\ndate: 2025-06-12\n---\n\n# One\n\nText.\n\n# Two\n\nMore.');

/** A post of hostile texts, with or without address, picture, sections. */
export const hostilePost: fc.Arbitrary<Post> = fc
  .record(
    {
      key,
      title: hostileText,
      excerpt: hostileText,
      tags: fc.array(hostileText, { maxLength: 12 }),
      url: fc.oneof(
        fc.constant('javascript:alert(1)'),
        hostileText.map(text => `https://blog.example/${text}`),
      ),
      image: hostileText.map(text => ({ source: text, url: `https://blog.example/${text}`, alt: text })),
      sections: fc.constant([]),
    },
    { requiredKeys: ['key', 'title', 'excerpt', 'tags'] },
  )
  .map(changed => ({ ...whole, ...changed }));
