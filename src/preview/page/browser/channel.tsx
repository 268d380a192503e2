import { useEffect, useRef } from 'preact/hooks';
import { Composer } from './composer/composer.tsx';
import type { Entry } from './entries.ts';
import { HashIcon } from './icons.tsx';
import { sendLine } from './lines.ts';
import { EntryView } from './message/entry.tsx';
import { useScene } from './scene.ts';

/** What one may begin with. */
const BEGINNINGS = ['/post latest', '/insight 5', '/search long context', '/help'] as const;

/** The channel: what was said, and the message box. */
export function Channel({ entries }: { readonly entries: readonly Entry[] }) {
  const { start, words } = useScene();
  const { box, list } = useBottom(entries.at(-1)?.id);

  return (
    <main class="channel">
      <div class="scroller" ref={box} role="log" aria-label={words.preview.channel.messages}>
        <Welcome />
        <ol class="entries" ref={list}>
          {entries.map(entry => (
            <EntryView key={entry.id} entry={entry} />
          ))}
        </ol>
      </div>
      <Composer key={start.channel.id} />
    </main>
  );
}

/** How far from the bottom still counts as being there, in CSS pixels. */
const NEAR = 48;

/** Keeps the newest message in view: when one comes, and while who is at the bottom sees it grow. */
function useBottom(newest: string | undefined) {
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const stays = useRef(true);

  useEffect(() => {
    const scroller = box.current;
    if (!scroller || !list.current) return;
    const down = () => {
      if (stays.current) scroller.scrollTop = scroller.scrollHeight;
    };
    const scrolled = () => {
      stays.current = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR;
    };
    const observer = new ResizeObserver(down);
    observer.observe(list.current);
    observer.observe(scroller);
    scroller.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      observer.disconnect();
      scroller.removeEventListener('scroll', scrolled);
    };
  }, []);
  useEffect(() => {
    stays.current = true;
    if (box.current) box.current.scrollTop = box.current.scrollHeight;
  }, [newest]);

  return { box, list };
}

function Welcome() {
  const scene = useScene();
  const { start, words } = scene;
  const { channel } = words.preview;
  return (
    <section class="welcome">
      <span class="welcome-sign">
        <HashIcon />
      </span>
      <h2>{channel.welcome(start.channel.name)}</h2>
      <p>{channel.about}</p>
      <p class="beginnings">
        <span>{channel.tryOne}</span>
        {BEGINNINGS.map(line => (
          <button key={line} type="button" onClick={() => sendLine(line, scene)}>
            {line}
          </button>
        ))}
      </p>
    </section>
  );
}
