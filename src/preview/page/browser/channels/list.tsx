import { type Channel, threadsOf } from '../../../guild/model.ts';
import { useScene } from '../scene.ts';
import { unreadIn } from '../unread.ts';
import { KindIcon } from './kind.tsx';

/** How many threads of a channel are listed; the one that is looked at comes on top of them. */
const MOST_THREADS = 3;

interface ListProps {
  /** Called once a channel was gone to. */
  readonly chosen?: () => void;
}

/** The server's channels with their newest threads, and which of them hold something new. */
export function ChannelList({ chosen }: ListProps) {
  const { guild, channel: current } = useScene();
  const listed = guild.channels.filter(({ parent }) => parent === undefined);
  return (
    <ul class="channels">
      {listed.map(channel => {
        const threads = threadsOf(guild, channel.id).filter(
          ({ id }, at) => at < MOST_THREADS || id === current.id,
        );
        return (
          <li key={channel.id}>
            <ChannelButton channel={channel} chosen={chosen} />
            {threads.length > 0 && (
              <ul class="threads">
                {threads.map(thread => (
                  <li key={thread.id}>
                    <ChannelButton channel={thread} chosen={chosen} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function ChannelButton({
  channel,
  chosen,
}: {
  readonly channel: Channel;
  readonly chosen: ListProps['chosen'] | undefined;
}) {
  const { guild, channel: current, go, seen, start, preferences, words } = useScene();
  const { reader } = preferences;
  const id = start.readers[reader]?.id ?? '';
  const unread = unreadIn(guild, channel, seen[reader]?.[channel.id], id);
  const here = channel.id === current.id;
  const { channels } = words.preview;
  return (
    <button
      type="button"
      class={unread.any && !here ? 'channel-button unread' : 'channel-button'}
      aria-current={here ? 'page' : undefined}
      onClick={() => {
        go(channel.id);
        chosen?.();
      }}
    >
      {channel.kind !== 'thread' && <KindIcon kind={channel.kind} />}
      <span class="channel-name">{channel.name}</span>
      {unread.any && !here && <span class="hidden">{channels.unread}</span>}
      {unread.pings > 0 && !here && (
        <span class="pings">
          {unread.pings}
          <span class="hidden">{channels.pings}</span>
        </span>
      )}
    </button>
  );
}
