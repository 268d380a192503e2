import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { CloseIcon, HashIcon, PanelIcon, SettingsIcon } from './icons.tsx';
import { useScene } from './scene.ts';
import { Switches } from './switches.tsx';

interface FrameProps {
  /** Name of the server: the blog's. */
  readonly title: string;
  readonly channel: ComponentChildren;
  readonly panel: ComponentChildren;
}

/** The page around the channel. Where it is narrow, settings and panel are opened from the channel's head. */
export function Frame({ title, channel, panel }: FrameProps) {
  const { preferences, words } = useScene();
  const [open, setOpen] = useState<'settings' | 'panel'>();
  const { switches } = words.preview;

  useEffect(() => {
    if (!open) return;
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(undefined);
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [open]);

  return (
    <div class={`frame ${preferences.width}`} data-open={open}>
      <Sidebar title={title} />
      <div class="stage">
        <div class="device">
          <Topbar toggle={which => setOpen(open === which ? undefined : which)} open={open} />
          {channel}
        </div>
      </div>
      {panel}
      {open && (
        <button type="button" class="leave" aria-label={switches.close} onClick={() => setOpen(undefined)}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}

function Sidebar({ title }: { readonly title: string }) {
  const { start, words } = useScene();
  return (
    <nav class="sidebar" aria-label={words.preview.channel.channels}>
      <p class="server">{title}</p>
      <ul class="channels">
        <li aria-current="page">
          <HashIcon />
          {start.channel.name}
        </li>
      </ul>
      <Switches within="sidebar" />
    </nav>
  );
}

interface TopbarProps {
  readonly open: 'settings' | 'panel' | undefined;
  readonly toggle: (which: 'settings' | 'panel') => void;
}

function Topbar({ open, toggle }: TopbarProps) {
  const { start, words } = useScene();
  const { switches, panel } = words.preview;
  return (
    <header class="topbar">
      <HashIcon />
      <h1>{start.channel.name}</h1>
      <button
        type="button"
        class="toggle toggle-settings"
        aria-expanded={open === 'settings'}
        aria-label={switches.settings}
        title={switches.settings}
        onClick={() => toggle('settings')}
      >
        <SettingsIcon />
      </button>
      <button
        type="button"
        class="toggle toggle-panel"
        aria-expanded={open === 'panel'}
        aria-label={panel.title}
        title={panel.title}
        onClick={() => toggle('panel')}
      >
        <PanelIcon />
      </button>
    </header>
  );
}
