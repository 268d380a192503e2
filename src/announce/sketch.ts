import { fold } from '../blog/fold.ts';

/** So many of the smallest hashes of a text's word triples are kept. */
const size = 64;

/** Only so much of a text is looked at, in characters. */
const longest = 30_000;

/** Texts with fewer word triples than this say too little to be told by. */
const telling = 40;

/** A word, or a single character of a script that sets no spaces. */
const unit = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

/** FNV-1a over UTF-16 code units, its bits mixed once more, since the smallest are kept. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * What remains of a text to tell its later versions by: the 64 smallest hashes of its word triples (of Chinese and
 * Japanese: character triples), in ascending order. Empty where the text says too little.
 */
export function sketchOf(text: string): readonly number[] {
  const units = fold(text.slice(0, longest)).match(unit) ?? [];
  const hashes = new Set<number>();
  for (let at = 2; at < units.length; at++) {
    hashes.add(hash32(`${units[at - 2]} ${units[at - 1]} ${units[at]}`));
  }
  return hashes.size < telling ? [] : [...hashes].sort((one, other) => one - other).slice(0, size);
}

/**
 * 0 to 1: an estimate of how much two texts have in common, as the share of word triples that both have in those that
 * either has. The smallest hashes of both are a fair sample of all that either has.
 */
export function similarity(one: readonly number[], other: readonly number[]): number {
  let [seen, common] = [0, 0];
  // Both ascend, so that the smallest hashes of both come as they are merged.
  for (let at = 0, along = 0; seen < size && (at < one.length || along < other.length); seen++) {
    const [mine = Number.POSITIVE_INFINITY, theirs = Number.POSITIVE_INFINITY] = [one[at], other[along]];
    if (mine === theirs) common += 1;
    if (mine <= theirs) at += 1;
    if (theirs <= mine) along += 1;
  }
  return one.length === 0 || other.length === 0 ? 0 : common / seen;
}

/**
 * From this share on two texts are versions of one. Measured over 2,219 posts of seven blogs: of pairs of other posts
 * 99.99 in 100 stay under 0.1 in blogs written by hand, and 99.5 in 100 under 0.2 where releases are announced by a
 * template (whose likest pairs reach 0.97). Of posts with every hundredth word changed all stay over 0.7, with every
 * twentieth changed 99 in 100 over 0.37, and with the first third cut off 98 in 100 over 0.35.
 */
export const similarEnough = 0.3;

/** From this share on they are versions of one even where one was gone long before the other came. */
export const almostEqual = 0.8;

/** A sketch as the store keeps it. */
export function writeSketch(sketch: readonly number[]): string {
  return sketch.map(hash => hash.toString(36)).join(' ');
}

/** What `writeSketch` wrote. */
export function readSketch(written: string): readonly number[] {
  return written === '' ? [] : written.split(' ').map(hash => Number.parseInt(hash, 36));
}
