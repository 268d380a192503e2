import type { APIMessage } from 'discord-api-types/v10';
import { timeOf } from '../../../place.ts';
import { Avatar } from '../avatar.tsx';
import type { Answer, Entry } from '../entries.ts';
import { EyeIcon } from '../icons.tsx';
import { Markdown } from '../markdown/markdown.tsx';
import { gist, nameOf, useScene } from '../scene.ts';
import { Components } from './components.tsx';
import { Menu } from './menu.tsx';

/** A message in the channel, with what it answers above it and who sees it below. */
export function EntryView({ entry }: { readonly entry: Entry }) {
  if (entry.kind === 'spoken')
    return <SpokenView message={entry.message} reader={entry.reader} id={entry.id} />;
  return <AnswerView answer={entry} />;
}

function SpokenView({
  message,
  reader,
  id,
}: {
  readonly message: APIMessage;
  readonly reader: number;
  readonly id: string;
}) {
  const name = nameOf(message.author);
  return (
    <li class="entry" data-entry={id}>
      <article aria-label={name}>
        <Avatar name={name} reader={reader} />
        <div class="entry-main">
          <Head name={name} id={message.id} bot={false} />
          <Markdown text={message.content} />
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

function MessageBody({ message }: { readonly message: APIMessage }) {
  const { words } = useScene();
  return (
    <div class="body">
      {message.content !== '' && <Markdown text={message.content} />}
      <Components of={message.components ?? []} on={message} />
      {message.edited_timestamp && message.content !== '' && <small>{words.preview.message.edited}</small>}
    </div>
  );
}

/** “Lin used /insight”, or the message that something was pressed on. */
function CauseView({ answer }: { readonly answer: Answer }) {
  const { start, words } = useScene();
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
      <span class="cause-name">{name}</span> <span class="cause-gist">{gist(cause.on)}</span>
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
