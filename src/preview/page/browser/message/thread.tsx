import type { APIMessage } from 'discord-api-types/v10';
import { channelOf, messagesIn } from '../../../guild/model.ts';
import { useScene } from '../scene.ts';

/** Below a message: the thread that was opened on it. */
export function ThreadStub({ on }: { readonly on: APIMessage }) {
  const { guild, channel, go, words } = useScene();
  const thread = channelOf(guild, on.id);
  if (!thread || thread.id === channel.id) return null;
  const { channels } = words.preview;
  const count = messagesIn(guild, thread.id).length;
  return (
    <div class="thread-stub">
      <button type="button" onClick={() => go(thread.id)}>
        <span class="thread-name">{thread.name}</span>
        <span class="thread-count">{count === 0 ? channels.openThread : channels.messages(count)} ›</span>
      </button>
    </div>
  );
}
