import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIComponentInContainer,
  APIContainerComponent,
  APIEmbed,
  APIStringSelectComponent,
} from 'discord-api-types/v10';
import type { RootContent } from 'mdast';
import type { Picture } from '../blog/model.ts';

/** A run of Discord Markdown, or pictures that stand between two such runs. */
export type PagePart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'pictures'; readonly pictures: readonly Picture[] };

/** What fits one message of a section's body. */
export interface Page {
  readonly parts: readonly PagePart[];
  /** The same, as the slice of the Markdown tree that it was made from. */
  readonly nodes: readonly RootContent[];
}

export type Row = APIActionRowComponent<APIButtonComponent> | APIActionRowComponent<APIStringSelectComponent>;

/** A Components V2 message before it is known who sees it: one container, then rows of controls. */
export interface Layout {
  readonly body: readonly APIComponentInContainer[];
  /** What only a reader's own copy says, below. */
  readonly ownBody?: readonly APIComponentInContainer[];
  readonly rows: readonly Row[];
  /** Rows that only a reader's own copy has. */
  readonly ownRows?: readonly Row[];
}

/** What Discord is sent as a message, whichever way it goes. */
export interface Message {
  readonly flags?: number;
  readonly content?: string;
  readonly components?: readonly (APIContainerComponent | Row | APIComponentInContainer)[];
  readonly allowed_mentions: { readonly parse: readonly never[] };
}

/** A classic message, which notifications, followed channels and lists of threads can show: it reads without buttons. */
export interface Announcement {
  readonly content: string;
  readonly embeds: readonly APIEmbed[];
  readonly components: readonly Row[];
  /** `roles` holds the one that was configured. */
  readonly allowed_mentions: { readonly parse: readonly never[]; readonly roles?: readonly string[] };
}
