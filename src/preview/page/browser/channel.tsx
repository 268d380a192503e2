import { useEffect, useRef } from 'preact/hooks';
import { Beginning } from './channels/beginning.tsx';
import { Composer } from './composer/composer.tsx';
import type { Entry } from './entries.ts';
import { EntryView } from './message/entry.tsx';
import { useScene } from './scene.ts';

/** The channel: what was said, and the message box. */
export function Channel({ entries }: { readonly entries: readonly Entry[] }) {
  const { channel, words } = useScene();
  const { box, list } = useBottom(entries.at(-1)?.id);

  return (
    <main class="channel">
      <div class="scroller" ref={box} role="log" aria-label={words.preview.channel.messages}>
        <Beginning />
        <ol class="entries" ref={list}>
          {entries.map(entry => (
            <EntryView key={entry.id} entry={entry} />
          ))}
        </ol>
      </div>
      <Composer key={channel.id} />
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
    let before = scroller.scrollTop;
    const scrolled = () => {
      const { scrollTop, scrollHeight, clientHeight } = scroller;
      // What grows in between is not somebody who scrolls up.
      if (scrollHeight - scrollTop - clientHeight < NEAR) stays.current = true;
      else if (scrollTop < before) stays.current = false;
      before = scrollTop;
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
