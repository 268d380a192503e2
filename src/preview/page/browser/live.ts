import { useEffect, useRef, useState } from 'preact/hooks';
import { type Guild, type GuildChange, changed as guildChanged } from '../../guild/model.ts';
import type { Change, Found, Start } from '../wire.ts';
import { withProblems } from './panel/problems.ts';
import { findPosts, findProblems } from './respond.ts';

/** What the page's server has, kept up to date. */
export interface Live {
  readonly found: Found | undefined;
  readonly guild: Guild;
  /** Whether Quoth is not there any more. */
  readonly stopped: boolean;
}

/** What the page's server has, now and after each change; `onChange` is called when posts changed. */
export function useLive(start: Start, onChange: (change: Change) => Promise<void>): Live {
  const [found, setFound] = useState<Found>();
  const [guild, setGuild] = useState(start.guild);
  const [stopped, setStopped] = useState(false);
  const listener = useRef(onChange);
  listener.current = onChange;

  useEffect(() => {
    const find = () => {
      look(setFound).catch(() => setStopped(true));
    };
    const events = new EventSource('/events');
    events.addEventListener('open', () => {
      setStopped(false);
      find();
    });
    events.addEventListener('error', () => setStopped(true));
    events.addEventListener('change', ({ data }) => {
      find();
      listener.current(JSON.parse(data)).catch(() => setStopped(true));
    });
    events.addEventListener('channels', ({ data }) => setGuild(JSON.parse(data)));
    events.addEventListener('channel', ({ data }) => {
      const change: GuildChange = JSON.parse(data);
      setGuild(before => guildChanged(before, change));
    });
    return () => events.close();
  }, []);

  return { found, guild, stopped };
}

/** A check keeps the machine busy: answers that are on their way go first. In milliseconds. */
const CALM = 500;

/** Shows the posts at once, and all that is wrong with them once every file is checked. */
async function look(show: (found: Found) => void): Promise<void> {
  const found = await findPosts();
  show(found);
  await new Promise(calm => setTimeout(calm, CALM));
  show(withProblems(found, await findProblems()));
}
