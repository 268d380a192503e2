import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { mentionText, parse } from '../../../discord-markdown.ts';
import type { DiscordMention, DiscordNode } from '../../../markdown/nodes.ts';
import { timestampText } from '../../../terminal/timestamp.ts';
import { channelAt, nameMentioned } from '../mentions.ts';
import { useScene } from '../scene.ts';
import { tokensOf } from './code.ts';

/** A text as Discord shows it. */
export function Markdown({ text }: { readonly text: string }) {
  const { postLanguage } = useScene();
  const nodes = useMemo(() => parse(text), [text]);
  return (
    <div class="markdown" lang={postLanguage}>
      <Nodes nodes={nodes} />
    </div>
  );
}

function Nodes({ nodes }: { readonly nodes: readonly DiscordNode[] }) {
  return (
    <>
      {nodes.map((node, at) => (
        <Node key={`${at}-${node.type}`} node={node} />
      ))}
    </>
  );
}

function Node({ node }: { readonly node: DiscordNode }) {
  switch (node.type) {
    case 'text':
      return <>{node.value}</>;
    case 'strong':
    case 'emphasis':
    case 'underline':
    case 'strike':
    case 'spoiler':
      return <Styled node={node} />;
    case 'code':
      return <code>{node.value}</code>;
    case 'fence':
      return <Fence code={node.value} language={node.language} />;
    case 'quote':
      return (
        <blockquote>
          <Nodes nodes={node.children} />
        </blockquote>
      );
    case 'heading':
      return (
        <Heading depth={node.depth}>
          <Nodes nodes={node.children} />
        </Heading>
      );
    case 'small':
      return (
        <small>
          <Nodes nodes={node.children} />
        </small>
      );
    case 'list':
      return <List node={node} />;
    case 'link':
      return (
        <Link url={node.url}>
          <Nodes nodes={node.children} />
        </Link>
      );
    case 'url':
      return <Address url={node.url} />;
    case 'mention':
      return <Mention mention={node} />;
    case 'timestamp':
      return <Timestamp seconds={node.seconds} style={node.style} />;
    case 'emoji':
      return <span class="pill">{`:${node.name}:`}</span>;
  }
}

function Styled({ node }: { readonly node: Extract<DiscordNode, { readonly children: unknown }> }) {
  const inner = <Nodes nodes={node.children} />;
  switch (node.type) {
    case 'strong':
      return <strong>{inner}</strong>;
    case 'emphasis':
      return <em>{inner}</em>;
    case 'underline':
      return <u>{inner}</u>;
    case 'strike':
      return <s>{inner}</s>;
    default:
      return <Spoiler>{inner}</Spoiler>;
  }
}

function Spoiler({ children }: { readonly children: ComponentChildren }) {
  const { words } = useScene();
  const [shown, show] = useState(false);
  if (shown) return <span class="spoiler shown">{children}</span>;
  return (
    <button
      type="button"
      class="spoiler"
      aria-label={words.preview.message.spoiler}
      onClick={() => show(true)}
    >
      <span aria-hidden="true">{children}</span>
    </button>
  );
}

function Heading({ depth, children }: { readonly depth: 1 | 2 | 3; readonly children: ComponentChildren }) {
  const inner = { class: `heading-${depth}`, children };
  switch (depth) {
    case 1:
      return <h3 {...inner} />;
    case 2:
      return <h4 {...inner} />;
    case 3:
      return <h5 {...inner} />;
  }
}

function List({ node }: { readonly node: Extract<DiscordNode, { type: 'list' }> }) {
  const items = node.items.map((item, at) => (
    <li key={`${node.start + at}`}>
      <Nodes nodes={item} />
    </li>
  ));
  return node.ordered ? <ol start={node.start}>{items}</ol> : <ul>{items}</ul>;
}

/** A link; one to a message of this server goes to its channel. */
function Link({ url, children }: { readonly url: string; readonly children: ComponentChildren }) {
  const { guild, go } = useScene();
  const within = channelAt(url, guild);
  const follow = (event: Event) => {
    if (!within) return;
    event.preventDefault();
    go(within.id);
  };
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" title={url} onClick={follow}>
      {children}
    </a>
  );
}

/** An address as it is written; that of a message here is shown by the name of its channel, as Discord does. */
function Address({ url }: { readonly url: string }) {
  const { guild } = useScene();
  const within = channelAt(url, guild);
  return <Link url={url}>{within ? <span class="pill">{`#${within.name} › 💬`}</span> : url}</Link>;
}

function Fence({ code, language }: { readonly code: string; readonly language: string | undefined }) {
  const tokens = useMemo(() => tokensOf(code, language), [code, language]);
  return (
    <pre>
      <code>
        {tokens.map(({ text, scope }, at) => (
          <span key={`${at}-${scope}`} class={scope && `code-${scope}`}>
            {text}
          </span>
        ))}
      </code>
    </pre>
  );
}

function Timestamp({ seconds, style }: { readonly seconds: number; readonly style: string }) {
  const { locale } = useScene();
  const text = timestampText({ seconds, style }, { locale, now: Date.now() });
  const whole = timestampText({ seconds, style: 'F' }, { locale, now: Date.now() });
  return (
    <time class="timestamp" dateTime={new Date(seconds * 1000).toISOString()} title={whole}>
      {text}
    </time>
  );
}

/** A mention by its name; that of a channel goes there. */
function Mention({ mention }: { readonly mention: DiscordMention }) {
  const scene = useScene();
  const name = nameMentioned(mention, scene);
  if (mention.kind === 'channel' && name !== undefined) {
    return (
      <button type="button" class="pill" onClick={() => scene.go(mention.id)}>
        {name}
      </button>
    );
  }
  return <span class="pill">{name ?? mentionText(mention)}</span>;
}
