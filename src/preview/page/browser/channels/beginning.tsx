import { offeredBy } from '../../../offered.ts';
import { sendLine } from '../lines.ts';
import { nameOf, useScene } from '../scene.ts';
import { KindIcon } from './kind.tsx';

/** What one may begin with: in a channel, and in one where posts are announced. */
const BEGINNINGS = ['/post latest', '/insight 5', '/search long context', '/help'] as const;
const ANNOUNCING = ['/announce here', '/announce list'] as const;

/** How a channel begins: what it is, and what one may type there. */
export function Beginning() {
  const { start, channel, guild, words } = useScene();
  const { channels } = words.preview;
  const { kind, name } = channel;
  const owner = guild.messages.find(({ id }) => id === channel.id)?.author;
  return (
    <section class="welcome">
      <span class="welcome-sign">
        <KindIcon kind={kind} />
      </span>
      <h2>{kind === 'thread' ? name : words.preview.channel.welcome(name)}</h2>
      <p>
        {kind === 'thread' ? channels.startedBy(nameOf(owner ?? start.application)) : channels.about[kind]}
      </p>
      {kind !== 'forum' && <Lines />}
    </section>
  );
}

function Lines() {
  const scene = useScene();
  const { start, channel, words } = scene;
  const titles = new Set(offeredBy(start.commands).map(({ title }) => title));
  const lines = channel.kind === 'text' ? BEGINNINGS : ANNOUNCING.filter(line => titles.has(line));
  if (lines.length === 0) return null;
  return (
    <p class="beginnings">
      <span>{words.preview.channel.tryOne}</span>
      {lines.map(line => (
        <button key={line} type="button" onClick={() => sendLine(line, scene)}>
          {line}
        </button>
      ))}
    </p>
  );
}
