import { textHash } from '../blog/hash.ts';
import type { Blog, PostKey } from '../blog/model.ts';
import { announcingOf } from './announcing.ts';
import { deliver } from './deliver.ts';
import { correct, forgetServers, type Memory, noMemory, observe, plan, remember } from './keep.ts';
import type { Announcing } from './model.ts';
import { makePace } from './pace.ts';
import type { Current, Parts, Reading } from './parts.ts';
import { contentOf, hashOf, lastTurn } from './sight.ts';
import type { Revision } from './store.ts';

/** Announcing, a step at a time. */
export interface Announcer {
  readonly announcing: Announcing;
  /**
   * Hands over a complete reading of the content, never a part of one. What may be seen of it changes with time: each
   * blog that is another is to be handed over.
   */
  readonly seen: (blog: Blog, revision: Revision) => void;
  /** Notes what was read, sets posts on their way, makes edits due. Rejects where the store is away. */
  readonly note: () => Promise<void>;
  /** Brings up to date what is answered from memory. Rejects where the store is away. */
  readonly remember: () => Promise<void>;
  /** Forgets servers that removed Quoth, once a day. Rejects where the store, or Discord, is away. */
  readonly forget: () => Promise<void>;
  /** All of these. */
  readonly keep: () => Promise<void>;
  /** Carries out what is due. Rejects where the store is away. */
  readonly deliver: (isOver: () => boolean) => Promise<void>;
  /** Keys that posts had before, by the key that they have: buttons with those live on. From memory. */
  readonly formerKeys: () => ReadonlyMap<PostKey, readonly PostKey[]>;
}

/** What was handed over. */
interface Handed {
  readonly blog: Blog;
  readonly revision: Revision;
}

/** A complete reading of what was handed over, which names all that it shows. */
async function readingOf({ blog, revision }: Handed, { otherWork }: Parts): Promise<Reading> {
  const content = await contentOf(blog, otherWork);
  const hash = textHash(`${revision.hash} ${hashOf(content)}`);
  return { content, revision: { hash, at: Math.max(revision.at, lastTurn(blog)) } };
}

/**
 * `ring` is called when something may be due at once.
 *
 * @param memory what is answered from memory: that of an announcer before this one, where there was one
 */
export function makeAnnouncer(parts: Parts, ring: () => void, memory: Memory = noMemory()): Announcer {
  const pace = makePace(parts);
  let handed: Handed | undefined;
  let current: Current | undefined;

  const latest = async (): Promise<Reading | undefined> =>
    handed === undefined || current?.content.blog === handed.blog ? current : readingOf(handed, parts);
  const note = async (): Promise<void> => {
    const reading = await latest();
    if (reading === undefined) return;
    const isNamed = handed !== undefined && handed.revision.hash !== '';
    const newest = await observe(parts, reading, reading === current || isNamed);
    current = reading === current && current.newest === newest ? current : { ...reading, newest };
    if (newest) await correct(parts, current);
    await plan(parts, memory.told);
  };
  const remembered = () => remember(memory, parts);
  const forget = () => forgetServers(parts);
  /** The content that can be written about: before it was noted, as it is. */
  const atHand = async (): Promise<Current | undefined> => {
    const reading = await latest();
    return reading === undefined || reading === current ? current : { ...reading, newest: false };
  };
  const announcing = announcingOf({ parts, pace, memory, atHand, ring });
  return {
    announcing,
    seen: (blog, revision) => {
      handed = { blog, revision };
      ring();
    },
    note,
    remember: remembered,
    forget,
    keep: async () => {
      await note();
      await remembered();
      await forget();
    },
    deliver: async isOver => {
      if (current !== undefined) await deliver(parts, pace, current, isOver);
    },
    formerKeys: () => memory.formerKeys,
  };
}
