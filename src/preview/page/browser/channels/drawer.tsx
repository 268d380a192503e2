import { useLayoutEffect, useRef } from 'preact/hooks';
import { useScene } from '../scene.ts';
import { ChannelList } from './list.tsx';

/** The channels over the one that is looked at, as on a phone. */
export function Drawer({ close }: { readonly close: () => void }) {
  const { words } = useScene();
  const box = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    box.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, []);
  return (
    <div class="drawer">
      <nav ref={box} aria-label={words.preview.channel.channels}>
        <ChannelList chosen={close} />
      </nav>
      <button type="button" class="drawer-rest" aria-label={words.preview.switches.close} onClick={close} />
    </div>
  );
}
