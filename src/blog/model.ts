import type { RootContent } from 'mdast';

/**
 * A post's identity: 64 bits of the hash of its path within CONTENT, as 11 base64url characters.
 * Never derived from date, title or slug, so that correcting those keeps every button working.
 */
export type PostKey = string;

/** A section's identity within its post: its heading's hash with its number among equal ones, `Xk3fQz.0`. */
export type SectionId = string;

/** A BCP 47 tag: `zh-CN`, `zh-TW`, `en`, `ja`, … */
export type Language = string;

/** Where a file is at fault. Codes, not sentences: `words` says them. */
export interface Problem {
  readonly code: ProblemCode;
  /** 1-based line in the file. */
  readonly line?: number;
  /** What stood there, as written. */
  readonly detail?: string;
  /** Why a parser refused it, in its own words (English). */
  readonly reason?: string;
}

export type ProblemCode =
  | 'front-matter-unreadable'
  | 'front-matter-executable'
  | 'front-matter-not-a-mapping'
  | 'date-missing'
  | 'date-unreadable'
  | 'not-text'
  | 'too-large'
  | 'took-too-long'
  | 'file-unreadable'
  | 'link-outside'
  | 'encoding'
  | 'text-damaged'
  | 'control-characters'
  | 'text-missing'
  | 'address-shared'
  | 'slug-shared'
  | 'link-to-nothing'
  | 'picture-missing'
  | 'alt-missing'
  | 'table-too-wide'
  | 'insights-unread';

/** Why a file that could be read is no post that anyone may see. */
export type HiddenReason =
  | 'draft'
  | 'unpublished'
  | 'hidden'
  | 'password'
  | 'unlisted'
  | 'folder'
  | 'name'
  /** A page that only lists others, or is none of the site's. */
  | 'list';

/** A file that its author keeps from readers. */
export interface Hidden {
  /** Path within CONTENT, with `/`. */
  readonly path: string;
  readonly hidden: HiddenReason;
  /** Where it would stand on the site, so that no link leads there. */
  readonly url?: string;
}

/** A file that is not served, and why. */
export interface Unreadable extends Problem {
  /** Path within CONTENT, with `/`. */
  readonly path: string;
}

/** A day of the blog's calendar, and the instant where the post names one (milliseconds since 1970, UTC). */
export interface PostDate {
  readonly instant: number;
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** When a post may be seen, in milliseconds since 1970: from `from` on, and before `until`. */
export interface Visible {
  readonly from?: number;
  readonly until?: number;
}

export interface Picture {
  /** As written in the post. */
  readonly source: string;
  /** Absolute http(s) address, where it is known. */
  readonly url?: string;
  readonly alt: string;
}

export interface Tag {
  /** As first written. */
  readonly name: string;
  /** Case and width folded: how tags compare. */
  readonly folded: string;
  /** Short hash of `folded`, for custom_ids. */
  readonly id: string;
  /** Newest first. */
  readonly posts: readonly Post[];
}

/** What the post itself calls its points (核心洞见 → insight, Key takeaways → takeaway). */
export type InsightKind = 'insight' | 'point' | 'takeaway' | 'conclusion' | 'view';

export interface Insight {
  /** 1-based, as the post numbers it. */
  readonly number: number;
  /** Plain text without a closing colon; empty where the post gives none. */
  readonly label: string;
  /** What it says, as a Markdown tree. */
  readonly quote: readonly RootContent[];
  /** The same as plain text. */
  readonly text: string;
  /** The section that discusses it. */
  readonly section?: SectionId;
}

/** A heading and what follows it up to the next heading; or the text before the first one. */
export interface Section {
  /** 0-based place in the post. */
  readonly ordinal: number;
  readonly id: SectionId;
  /** Plain text; empty for text before the first heading. */
  readonly heading: string;
  /** 1 to 6; 0 for text before the first heading. */
  readonly depth: number;
  /** The number that the heading itself carries: 5 in `5. 关于 Long Context`. */
  readonly number?: number;
  /** Fragment of its heading on the site, without `#`. */
  readonly anchor?: string;
  /**
   * Its Markdown, without the heading's words, but with its links; links and pictures absolute where the site's address
   * is known.
   */
  readonly nodes: readonly RootContent[];
  /** Number of the insight that it discusses. */
  readonly insight?: number;
}

/** The series that a post says it is of, and which part of it, from 1, where it says so. */
export interface Series {
  readonly name: string;
  readonly part?: number;
}

export interface Post {
  readonly key: PostKey;
  /** Keys that it had before. */
  readonly aliases: readonly PostKey[];
  /** Names and paths on the site that it had before, folded as slugs are: it is found by them too. */
  readonly formerly?: readonly string[];
  /** Path within CONTENT, with `/`. */
  readonly path: string;
  readonly slug: string;
  /** Absolute address on the site, where the site's address is known. */
  readonly url?: string;
  readonly title: string;
  /** Absent where the post names none; then it sorts last. */
  readonly date?: PostDate;
  readonly updated?: PostDate;
  /** Plain text, one paragraph; empty where the post has no words. */
  readonly excerpt: string;
  readonly tags: readonly string[];
  readonly image?: Picture;
  readonly language: Language;
  readonly series?: Series;
  /** When it may be seen, where that is not always. */
  readonly visible?: Visible;
  /** True where it is only for whoever knows its name: it is in no list, no search and no completion. */
  readonly unlisted?: true;
  /** What its author calls the work of which it and posts in other languages are versions. */
  readonly work?: string;
  /** The same text in other languages: their keys. */
  readonly twins?: Readonly<Record<Language, PostKey>>;
  /** Reading time, at least 1. */
  readonly minutes: number;
  /** In order; empty where the body is empty. */
  readonly sections: readonly Section[];
  readonly insights: readonly Insight[];
  readonly insightKind?: InsightKind;
  /** Addresses of links in it that may lead to other posts of the blog; absent where there are none. */
  readonly references?: readonly string[];
  readonly problems: readonly Problem[];
}

/** The generators whose ways are known. */
export type DialectName =
  | 'jekyll'
  | 'hugo'
  | 'hexo'
  | 'zola'
  | 'astro'
  | 'eleventy'
  | 'vitepress'
  | 'vuepress'
  | 'docusaurus'
  | 'gatsby'
  | 'next'
  | 'obsidian'
  | 'unknown';

/** Where CONTENT lies within the site that it belongs to, and what the site's configuration says of its posts. */
export interface Site {
  /** From the site's root to CONTENT: `content/posts`; empty where CONTENT is the root, absent where it is not known. */
  readonly within?: string;
  /** From CONTENT to the site's root, where that lies within: `docs`. */
  readonly root?: string;
  /** Where CONTENT is the root: the only folders of the site whose posts are published. */
  readonly folders?: readonly string[];
  /** Patterns of addresses by section or collection, in the generator's own placeholders; `''` is for all posts. */
  readonly permalinks?: Readonly<Record<string, string>>;
  /** Folders of the site that hold its posts, each with what stands before their addresses: a language, or nothing. */
  readonly contents?: Readonly<Record<string, string>>;
  /** What addresses end with: `/`, `.html` or nothing. */
  readonly ending?: string;
  /** True where posts of a later date are published at once. */
  readonly future?: boolean;
}

/** What belongs to the blog rather than to a post. */
export interface BlogSettings {
  readonly title?: string;
  /** Address of the site, without a closing slash. */
  readonly url?: string;
  /** How a post's path follows from it: `/posts/:slug`. Absent where the dialect's own rule says so. */
  readonly postUrl?: string;
  /** IANA zone of dates written without one. */
  readonly timezone: string;
  /** True where somebody named that zone: only then a date without one keeps a post from readers. */
  readonly zoned?: boolean;
  /** The generator that the posts are written for; absent where it is not known. */
  readonly dialect?: DialectName;
  readonly site?: Site;
  readonly language?: Language;
}

/** An immutable snapshot of all posts. A change makes a new one that shares what did not change. */
export interface Blog {
  readonly settings: BlogSettings;
  /** As set, else that of most posts, else `en`. */
  readonly language: Language;
  /** Newest first; undated last, by path. */
  readonly posts: readonly Post[];
  /** Those that may be seen by whoever knows their names, in the same order. */
  readonly unlisted: readonly Post[];
  /** All posts as they were read, also those whose time has not come or is over. */
  readonly read: readonly Post[];
  /** Files that their authors keep from readers, for who looks after the blog. */
  readonly hidden: readonly Hidden[];
  /** The instant as of which it holds what may be seen. */
  readonly asOf: number;
  /** The first instant after that at which a post's time comes or is over; absent where there is none. */
  readonly changesAt?: number;
  /** Files that are not served. */
  readonly unreadable: readonly Unreadable[];
  /** By key and by alias. */
  readonly byKey: ReadonlyMap<PostKey, Post>;
  /** By slug and by what it was called before, as `lookUpName` folds them; the newest where several share one. */
  readonly bySlug: ReadonlyMap<string, Post>;
  /** By folded name, most used first. */
  readonly byTag: ReadonlyMap<string, Tag>;
}
