import type { APIMessage } from 'discord-api-types/v10';
import { pings } from '../../../guild/model.ts';
import { timeOf } from '../../../place.ts';
import { Avatar } from '../avatar.tsx';
import type { Answer, Entry } from '../entries.ts';
import { EyeIcon, MegaphoneIcon } from '../icons.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { firstWords } from '../mentions.ts';
import { nameOf, useScene } from '../scene.ts';
import { Components } from './components.tsx';
import { Embed } from './embed.tsx';
import { Menu } from './menu.tsx';
import { ThreadStub } from './thread.tsx';

/** A message in the channel, with what it answers above it and who sees it below. */
export function EntryView({ entry }: { readonly entry: Entry }) {
  return entry.kind === 'answer' ? <AnswerView answer={entry} /> : <MessageView message={entry.message} />;
}

/** What a reader wrote, or what Quoth sent by itself. */
function MessageView({ message }: { readonly message: APIMessage }) {
  const { start, guild, preferences } = useScene();
  const { id, author } = message;
  const name = nameOf(author);
  const reader = start.readers.findIndex(one => one.id === author.id);
  const pinged = pings(guild, message, start.readers[preferences.reader]?.id ?? '');
  return (
    <li class={pinged ? 'entry pinged' : 'entry'} data-entry={id}>
      <article aria-label={name}>
        {reader === -1 ? <Avatar name={name} /> : <Avatar name={name} reader={reader} />}
        <div class="entry-main">
          <Head name={name} id={id} bot={author.bot === true} />
          <MessageBody message={message} />
        </div>
      </article>
      <Menu on={message} />
    </li>
  );
}

function AnswerView({ answer }: { readonly answer: Answer }) {
  const { start, words, dismiss } = useScene();
  const { message, ephemeral, state } = answer;
  const name = nameOf(start.application);
  const private_ = ephemeral && state !== 'failed';
  return (
    <li class={private_ ? 'entry private' : 'entry'} data-entry={answer.id} data-state={state}>
      <CauseView answer={answer} />
      <article aria-label={name} aria-busy={state === 'waiting' || state === 'thinking'}>
        <Avatar name={name} />
        <div class="entry-main">
          <Head name={name} id={message?.id} bot />
          <Body answer={answer} />
          {private_ && message && (
            <p class="only-you">
              <EyeIcon />
              <span>{words.preview.message.onlyYou}</span>
              <span aria-hidden="true">•</span>
              <button type="button" class="plain" onClick={() => dismiss(answer.id)}>
                {words.preview.message.dismiss}
              </button>
            </p>
          )}
        </div>
      </article>
      {message && <Menu on={message} />}
    </li>
  );
}

function Body({ answer }: { readonly answer: Answer }) {
  const { words } = useScene();
  const { message, state } = answer;
  if (message) return <MessageBody message={message} />;
  if (state === 'failed') return <p class="failed">{words.preview.message.failed}</p>;
  return (
    <p class="thinking">
      <span class="dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {words.preview.message.thinking}
    </p>
  );
}

const CROSSPOSTED = 1 << 0;

function MessageBody({ message }: { readonly message: APIMessage }) {
  const { words } = useScene();
  const { content, embeds, components, edited_timestamp: edited, flags = 0 } = message;
  return (
    <div class="body">
      {content !== '' && (
        <div>
          <Markdown text={content} />
          {edited && <small class="mark">{words.preview.message.edited}</small>}
        </div>
      )}
      {embeds.map((embed, at) => (
        <Embed key={String(at)} embed={embed} />
      ))}
      <Components of={components ?? []} on={message} />
      {(flags & CROSSPOSTED) !== 0 && (
        <small class="mark">
          <MegaphoneIcon />
          {words.preview.message.published}
        </small>
      )}
      <ThreadStub on={message} />
    </div>
  );
}

/** “Lin used /insight”, or the message that something was pressed on. */
function CauseView({ answer }: { readonly answer: Answer }) {
  const scene = useScene();
  const { start, words } = scene;
  const { cause, reader } = answer;
  const user = start.readers[reader];
  const asker = user ? nameOf(user) : '';
  if (cause.by === 'command') {
    return (
      <p class="cause">
        <Avatar name={asker} reader={reader} />
        <span class="cause-name">{asker}</span> {words.preview.message.used}{' '}
        <span class="command-used" title={cause.typed}>
          {cause.title}
        </span>
      </p>
    );
  }
  const name = nameOf(start.application);
  return (
    <p class="cause">
      <span class="hidden">{words.preview.message.repliesTo(name)}</span>
      <Avatar name={name} />
      <span class="cause-name">{name}</span> <span class="cause-gist">{firstWords(cause.on, scene)}</span>
    </p>
  );
}

function Head({
  name,
  id,
  bot,
}: {
  readonly name: string;
  readonly id: string | undefined;
  readonly bot: boolean;
}) {
  const { locale, words } = useScene();
  const time = id === undefined ? undefined : timeOf(id);
  return (
    <p class="head">
      <span class="name">{name}</span>
      {bot && <span class="badge">{words.preview.channel.app}</span>}
      {time && (
        <time dateTime={time.toISOString()} title={time.toLocaleString(locale)}>
          {time.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })}
        </time>
      )}
    </p>
  );
}
