/** What a stretch of a page takes up. */
export interface Load {
  /** For the reader: a CJK character weighs 2, any other 1. */
  readonly weight: number;
  /** For Discord: UTF-16 units of Markdown, nearly. */
  readonly length: number;
  /** Formatted nodes: a client stops formatting a message that has too many. */
  readonly marks: number;
  readonly links: number;
  readonly pictures: number;
}

export const nothing: Load = { weight: 0, length: 0, marks: 0, links: 0, pictures: 0 };

export const load = (part: Partial<Load>): Load => ({ ...nothing, ...part });

export const sum = (a: Load, b: Load): Load => ({
  weight: a.weight + b.weight,
  length: a.length + b.length,
  marks: a.marks + b.marks,
  links: a.links + b.links,
  pictures: a.pictures + b.pictures,
});
