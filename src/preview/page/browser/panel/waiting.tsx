import { useEffect, useState } from 'preact/hooks';
import { outcome } from '../../../../../commands/answers/announce/send.ts';
import { waits as reasonOf } from '../../../../../commands/answers/announce/waits.ts';
import { channelMark } from '../../../../message/marks.ts';
import type { WaitingPost, Waits } from '../../wire.ts';
import { sendFilled } from '../lines.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { doWithWaiting, findWaiting } from '../respond.ts';
import { useScene } from '../scene.ts';

/** How often it is asked what waits, in milliseconds: it changes as time passes, too. */
const EVERY = 3000;

/** What waits to be announced, as it stands now, or stood when Quoth stopped. `look` asks at once. */
function useWaits(stopped: boolean): { readonly waits: Waits | undefined; readonly look: () => void } {
  const { guild } = useScene();
  const [waits, setWaits] = useState<Waits>();
  const look = () => {
    findWaiting().then(setWaits, () => undefined);
  };
  useEffect(() => {
    if (stopped) return;
    look();
    const timer = setInterval(look, EVERY);
    return () => clearInterval(timer);
  }, [guild, stopped]);
  return { waits, look };
}

/** What waits to be announced, why, and what can be done with it. */
export function Waiting({ stopped }: { readonly stopped: boolean }) {
  const { words } = useScene();
  const { waits, look } = useWaits(stopped);
  const [told, setTold] = useState<readonly string[]>([]);
  if (!waits) return null;
  const { list } = words.announce;
  const act = async (what: 'hold' | 'release' | 'send', { post }: WaitingPost) => {
    try {
      const results = await doWithWaiting(what, post);
      setTold(results.map(result => outcome(result, words)));
    } catch {
      setTold([words.preview.waiting.failed]);
    }
    look();
  };
  const names = waits.channels.map(channelMark).join(' ');
  return (
    <section class="waiting" aria-label={words.preview.waiting.title}>
      {waits.channels.length === 0 ? (
        <Markdown text={list.none} />
      ) : (
        <Markdown text={`${list.heading(waits.channels.length)} ${names}`} />
      )}
      {waits.channels.length > 0 && waits.posts.length === 0 && (
        <p class="post-note">{words.preview.waiting.nothing}</p>
      )}
      <ul>
        {waits.posts.map(one => (
          <WaitingView key={one.post} one={one} all={waits.channels.length} act={what => act(what, one)} />
        ))}
      </ul>
      <div role="status">
        {told.map(sentence => (
          <Markdown key={sentence} text={sentence} />
        ))}
      </div>
    </section>
  );
}

interface ViewProps {
  readonly one: WaitingPost;
  /** How many channels there are. */
  readonly all: number;
  readonly act: (what: 'hold' | 'release' | 'send') => Promise<void>;
}

function WaitingView({ one, all, act }: ViewProps) {
  const scene = useScene();
  const { words, postLanguage } = scene;
  const { buttons, list } = words.announce;
  const { post, title, why, channels } = one;
  const where = channels.length < all ? ` ${list.inChannels(channels.map(channelMark))}` : '';
  const [busy, setBusy] = useState(false);
  const press = (what: 'hold' | 'release' | 'send') => async () => {
    setBusy(true);
    await act(what);
    setBusy(false);
  };
  return (
    <li>
      <button
        type="button"
        class="post-title"
        lang={postLanguage}
        onClick={() => sendFilled('/post show', { post }, scene)}
      >
        {title ?? list.lostPost}
      </button>
      <Markdown text={`${reasonOf(why, words)}${where}`} />
      {why.for !== 'nothing' && why.for !== 'sending' && (
        <p class="row">
          {why.for === 'release' ? (
            <button type="button" class="button" disabled={busy} onClick={press('release')}>
              {buttons.release}
            </button>
          ) : (
            <button type="button" class="button" disabled={busy} onClick={press('hold')}>
              {buttons.hold}
            </button>
          )}
          <button type="button" class="button" disabled={busy} onClick={press('send')}>
            {buttons.sendNow}
          </button>
        </p>
      )}
    </li>
  );
}
