/** Discord's Markdown as a reader meets it, once Discord has read it. */
export type DiscordNode =
  | { readonly type: 'text'; readonly value: string }
  | { readonly type: Styled; readonly children: readonly DiscordNode[] }
  | { readonly type: 'code'; readonly value: string }
  | { readonly type: 'fence'; readonly language?: string; readonly value: string }
  | { readonly type: 'quote'; readonly children: readonly DiscordNode[] }
  | { readonly type: 'heading'; readonly depth: 1 | 2 | 3; readonly children: readonly DiscordNode[] }
  /** What stands after `-# `. */
  | { readonly type: 'small'; readonly children: readonly DiscordNode[] }
  | DiscordList
  /** `[children](url)`; `quiet` where the address stands in `<…>`, which suppresses its preview. */
  | {
      readonly type: 'link';
      readonly url: string;
      readonly quiet: boolean;
      readonly children: readonly DiscordNode[];
    }
  /** An address written as it is. */
  | { readonly type: 'url'; readonly url: string; readonly quiet: boolean }
  | DiscordMention
  /** `style` is one of Discord's letters: t T d D f F R s S. */
  | { readonly type: 'timestamp'; readonly seconds: number; readonly style: string }
  /** A server's own emoji; Unicode's are text. */
  | { readonly type: 'emoji'; readonly name: string; readonly id: string; readonly animated: boolean };

export type Styled = 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler';

export interface DiscordList {
  readonly type: 'list';
  readonly ordered: boolean;
  /** Number of the first item; the items after it count on from there, whatever they say. */
  readonly start: number;
  readonly items: readonly (readonly DiscordNode[])[];
}

export type DiscordMention =
  | { readonly type: 'mention'; readonly kind: 'user' | 'role' | 'channel'; readonly id: string }
  | { readonly type: 'mention'; readonly kind: 'everyone' | 'here' }
  | { readonly type: 'mention'; readonly kind: 'command'; readonly name: string; readonly id: string }
  /** A page of the server's own: `<id:customize>`. */
  | { readonly type: 'mention'; readonly kind: 'page'; readonly name: string };
