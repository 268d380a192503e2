import type { Setting } from './setting.ts';
import type { Hush } from './turn.ts';

/** Why an answer that would be public is not. */
export type Reason = Hush | 'closed';

/** Who sees an answer. */
export interface Audience {
  /** Shown to the asker alone, by Discord's flag. */
  readonly ephemeral: boolean;
  /** Shown to others: then it speaks the server's language and can be taken away. */
  readonly public: boolean;
  /** Why it is private although it would be public. */
  readonly because?: Reason;
  /** Whether it may carry *Post to channel*. */
  readonly shareable: boolean;
}

/** Who sees an answer that everyone (`wanted: 'all'`) or the asker alone should see, given where it was asked. */
export function audienceOf(setting: Setting, wanted: 'all' | 'asker', hush: Hush | undefined): Audience {
  if (setting.direct) return { ephemeral: false, public: false, shareable: false };
  const because = setting.open ? hush : 'closed';
  if (wanted === 'all' && because === undefined) return { ephemeral: false, public: true, shareable: false };
  return {
    ephemeral: true,
    public: false,
    shareable: because === undefined,
    ...(wanted === 'all' && because ? { because } : {}),
  };
}
