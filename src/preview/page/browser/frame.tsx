import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { channelOf } from '../../guild/model.ts';
import { Drawer } from './channels/drawer.tsx';
import { KindIcon } from './channels/kind.tsx';
import { ChannelList } from './channels/list.tsx';
import { CloseIcon, MenuIcon, PanelIcon, SettingsIcon } from './icons.tsx';
import { useScene } from './scene.ts';
import { Switches } from './switches.tsx';

interface FrameProps {
  /** Name of the server: the blog's. */
  readonly title: string;
  readonly channel: ComponentChildren;
  readonly panel: ComponentChildren;
}

type Opened = 'settings' | 'panel' | 'channels';

/** The page around the channel. Where it is narrow, channels, settings and panel are opened from the channel's head. */
export function Frame({ title, channel, panel }: FrameProps) {
  const { preferences, words } = useScene();
  const [open, setOpen] = useState<Opened>();
  const { switches } = words.preview;

  // Before anything can be pressed that is to close what was just opened.
  useLayoutEffect(() => {
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
          {open === 'channels' && <Drawer close={() => setOpen(undefined)} />}
        </div>
      </div>
      {panel}
      {open && open !== 'channels' && (
        <button type="button" class="leave" aria-label={switches.close} onClick={() => setOpen(undefined)}>
          <CloseIcon />
        </button>
      )}
    </div>
  );
}

function Sidebar({ title }: { readonly title: string }) {
  const { words } = useScene();
  return (
    <div class="sidebar">
      <p class="server">{title}</p>
      <nav aria-label={words.preview.channel.channels}>
        <ChannelList />
      </nav>
      <Switches within="sidebar" />
    </div>
  );
}

interface TopbarProps {
  readonly open: Opened | undefined;
  readonly toggle: (which: Opened) => void;
}

function Topbar({ open, toggle }: TopbarProps) {
  const { guild, channel, go, words } = useScene();
  const { switches, panel, channel: labels } = words.preview;
  const parent = channel.parent === undefined ? undefined : channelOf(guild, channel.parent);
  const toggles = { open, toggle };
  return (
    <header class="topbar">
      <Toggle which="channels" label={labels.channels} icon={<MenuIcon />} {...toggles} />
      {parent && (
        <button type="button" class="topbar-parent" onClick={() => go(parent.id)}>
          <KindIcon kind={parent.kind} />
          {parent.name}
          <span aria-hidden="true">›</span>
        </button>
      )}
      {!parent && <KindIcon kind={channel.kind} />}
      <h1>{channel.name}</h1>
      <Toggle which="settings" label={switches.settings} icon={<SettingsIcon />} {...toggles} />
      <Toggle which="panel" label={panel.title} icon={<PanelIcon />} {...toggles} />
    </header>
  );
}

interface ToggleProps extends TopbarProps {
  readonly which: Opened;
  readonly label: string;
  readonly icon: ComponentChildren;
}

function Toggle({ which, label, icon, open, toggle }: ToggleProps) {
  return (
    <button
      type="button"
      class={`toggle toggle-${which}`}
      aria-expanded={open === which}
      aria-label={label}
      title={label}
      onClick={() => toggle(which)}
    >
      {icon}
    </button>
  );
}
