import type { APIMessage } from 'discord-api-types/v10';
import { useState } from 'preact/hooks';
import { type Channel, type ForumTag, messagesIn, threadsOf } from '../../../guild/model.ts';
import { timeOf } from '../../../place.ts';
import { firstWords } from '../mentions.ts';
import { Picture } from '../message/picture.tsx';
import { nameOf, useScene } from '../scene.ts';
import { unreadIn } from '../unread.ts';
import { Beginning } from './beginning.tsx';

/** A forum: its threads as cards, newest first, and its tags to choose among them. */
export function Forum() {
  const { guild, channel, words } = useScene();
  const [tag, setTag] = useState<string>();
  const threads = threadsOf(guild, channel.id).filter(
    ({ tags = [] }) => tag === undefined || tags.some(({ id }) => id === tag),
  );
  const { channels } = words.preview;
  return (
    <main class="channel">
      <div class="scroller forum">
        <Beginning />
        <Tags tags={channel.tags ?? []} chosen={tag} choose={setTag} />
        <ol class="forum-threads" aria-label={channels.threads}>
          {threads.map(thread => (
            <ThreadCard key={thread.id} thread={thread} />
          ))}
        </ol>
        {threads.length === 0 && <p class="forum-empty">{channels.noThreads}</p>}
      </div>
    </main>
  );
}

interface TagsProps {
  readonly tags: readonly ForumTag[];
  readonly chosen: string | undefined;
  readonly choose: (tag: string | undefined) => void;
}

function Tags({ tags, chosen, choose }: TagsProps) {
  const { words } = useScene();
  if (tags.length === 0) return null;
  return (
    <fieldset class="forum-tags" aria-label={words.preview.channels.tags}>
      {tags.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          class="tag"
          aria-pressed={id === chosen}
          onClick={() => choose(id === chosen ? undefined : id)}
        >
          {name}
        </button>
      ))}
    </fieldset>
  );
}

function ThreadCard({ thread }: { readonly thread: Channel }) {
  const { guild, go, seen, start, preferences, locale, words } = useScene();
  const { reader } = preferences;
  const messages = messagesIn(guild, thread.id);
  const [first] = messages;
  const unread = unreadIn(guild, thread, seen[reader]?.[thread.id], start.readers[reader]?.id ?? '');
  const time = timeOf(messages.at(-1)?.id ?? thread.id);
  return (
    <li>
      <button
        type="button"
        class={unread.any ? 'forum-thread unread' : 'forum-thread'}
        onClick={() => go(thread.id)}
      >
        <span class="forum-text">
          {(thread.tags ?? []).length > 0 && (
            <span class="forum-tags">
              {thread.tags?.map(({ id, name }) => (
                <span key={id} class="tag">
                  {name}
                </span>
              ))}
            </span>
          )}
          <span class="forum-title">{thread.name}</span>
          {first && <Excerpt of={first} />}
          <span class="forum-facts">
            {words.preview.channels.messages(messages.length)} ·{' '}
            {time.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })}
          </span>
        </span>
        <Cover of={first} />
      </button>
    </li>
  );
}

function Excerpt({ of }: { readonly of: APIMessage }) {
  const scene = useScene();
  return (
    <span class="forum-excerpt">
      <b>{nameOf(of.author)}</b>: {firstWords(of, scene)}
    </span>
  );
}

function Cover({ of }: { readonly of: APIMessage | undefined }) {
  const image = of?.embeds.find(embed => embed.image)?.image;
  return image ? (
    <span class="forum-cover">
      <Picture url={image.url} alt="" />
    </span>
  ) : null;
}
