import type { Fields } from '../fields.ts';
import type { BlogSettings, DialectName, HiddenReason, PostDate } from '../model.ts';

/** What of a post its address is made of. */
export interface Addressed {
  /** Path within CONTENT. */
  readonly path: string;
  /** That of the front matter, else what the dialect makes of the file's name. */
  readonly slug: string;
  readonly date?: PostDate;
  /** As the front matter lists them. */
  readonly categories: readonly string[];
  readonly data: Fields;
}

/** What a site's configuration says, as written there. Whatever cannot be used is left out later. */
export interface SiteSaid {
  readonly title?: string;
  /** Address of the site, with the path below which it lies. */
  readonly url?: string;
  readonly timezone?: string;
  readonly language?: string;
  /** Patterns of addresses by section or collection, in the generator's own placeholders; `''` is for all posts. */
  readonly permalinks?: Readonly<Record<string, string>>;
  /** What addresses end with, where the configuration says so: `/`, `.html` or nothing. */
  readonly ending?: string;
  /** True where posts of a later date are published at once. */
  readonly future?: boolean;
  /** The only folders of the site that hold what is published, each with what stands before its addresses: a language. */
  readonly contents?: Readonly<Record<string, string>>;
}

/** What one generator does its own way. All that is not said here follows the rules that all share. */
export interface Dialect {
  readonly name: DialectName;
  /**
   * Files and folders that a site of this generator has, seen from its root, the surest first. The text of a file
   * is read for what it says; folders only have to be there.
   */
  readonly marks: readonly string[];
  /** Other names that tell something where they stand beside a mark. */
  readonly besides?: readonly string[];
  /** Files in which parts of the configuration may stand by themselves, seen from the site's root, by their keys. */
  readonly parts?: Readonly<Record<string, readonly string[]>>;
  /** Whether a mark that several generators share is one of this one's; `has` tells what stands beside it. */
  readonly isOwn?: (text: string, has: (name: string) => boolean, path: string) => boolean;
  /** Whether posts that come without any mark look like this generator's; paths are seen from CONTENT's own name. */
  readonly isLike?: (paths: readonly string[]) => boolean;
  /** The only folders of the site that hold what is published; everywhere where absent. */
  readonly folders?: readonly string[];
  /** Folders of the site by which the way to CONTENT is told where there is no mark; those of `folders` where absent. */
  readonly homes?: readonly string[];
  /** True where a README in the site's root is one of its pages. */
  readonly hasReadme?: boolean;
  /** What the site's configuration says, by folded keys. */
  readonly said?: (configuration: Fields, has: (name: string) => boolean) => SiteSaid;
  /** Names in front matter that count before those that all share. */
  readonly names?: Partial<Readonly<Record<'title' | 'date' | 'excerpt' | 'cover', readonly string[]>>>;
  /** True where a file's name is its title, whatever its first heading says. */
  readonly titleIsName?: boolean;
  /** What a post is called by its path; its file's name where absent. */
  readonly nameOf?: (path: string) => string;
  /** True where tags and categories in one text are set apart by spaces. */
  readonly spacedTags?: boolean;
  /** Tags, folded, that only sort posts into lists. */
  readonly listTags?: ReadonlySet<string>;
  /** True where `#tag` in the text is a tag. */
  readonly inlineTags?: boolean;
  /** True where the build moves pictures that stand beside a post, so that their address is not known. */
  readonly movesPictures?: boolean;
  /** Why a post is kept from readers by this generator's own rules. */
  readonly hidden?: (data: Fields, path: string) => HiddenReason | undefined;
  /** Names under which front matter gives a post's path on the site itself. */
  readonly own?: readonly string[];
  /**
   * A post's path on the site, with its first slash and without the site's own path; undefined where it is not
   * known. Not yet encoded.
   */
  readonly address: (post: Addressed, settings: BlogSettings) => string | undefined;
}
