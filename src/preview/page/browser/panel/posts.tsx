import type { Found, FoundPost, FoundProblem } from '../../wire.ts';
import { sendFilled } from '../lines.ts';
import { useScene } from '../scene.ts';
import { Copyable } from './copy.tsx';
import { Waiting } from './waiting.tsx';

/** What was found in the folder of posts, each a click from its card. */
export function Posts({ found, stopped }: { readonly found: Found; readonly stopped: boolean }) {
  const { words } = useScene();
  const { panel } = words.preview;
  return (
    <div class="posts">
      <p class="folder">
        <code>{found.folder}</code> · {panel.counts(found.posts.length)}
      </p>
      {found.shipped && (
        <div class="own-posts">
          <p>{panel.ownPosts}</p>
          <p>{panel.ownPostsHow}</p>
          <Copyable text="npm start -- preview ~/blog/posts" />
        </div>
      )}
      <Waiting stopped={stopped} />
      {found.posts.length === 0 && <p>{panel.empty}</p>}
      <Problems problems={found.unreadable} />
      <ol class="post-list">
        {found.posts.map(post => (
          <PostView key={post.key} post={post} />
        ))}
      </ol>
    </div>
  );
}

/** Sends a command about a post, as if it had been typed. */
function useSend(post: FoundPost): (title: string, more?: Readonly<Record<string, string>>) => Promise<void> {
  const scene = useScene();
  return (title, more = {}) => sendFilled(title, { post: post.key, ...more }, scene);
}

function PostView({ post }: { readonly post: FoundPost }) {
  const { words } = useScene();
  const send = useSend(post);
  const { panel } = words.preview;
  const { date, insights, insightKind, sections } = post;
  const facts = [
    date ? words.small.date(date) : panel.noDate,
    panel.minutes(post.minutes),
    panel.sections(sections.length),
    ...(insights.length > 0 ? [words.buttons.points(insights.length, insightKind)] : []),
  ];
  return (
    <li class="post">
      <button
        type="button"
        class="post-title"
        lang={post.language}
        title={panel.openCard}
        onClick={() => send('/post show')}
      >
        {post.title}
      </button>
      <p class="post-facts">{facts.join(' · ')}</p>
      {post.url === undefined ? (
        <p class="post-note">{panel.noAddress}</p>
      ) : (
        <p class="post-url">{post.url}</p>
      )}
      <Problems problems={post.problems} />
      <Cover post={post} />
      {insights.length > 0 ? (
        <ol class="post-insights" lang={post.language}>
          {insights.map(({ number, label }) => (
            <li key={number}>
              <button type="button" onClick={() => send('/insight', { number: String(number) })}>
                <b>{number}</b> {label}
              </button>
            </li>
          ))}
        </ol>
      ) : (
        <details class="no-insights">
          <summary>{panel.noInsights}</summary>
          <p>{panel.howInsights}</p>
          <Copyable text={panel.insightLines} />
        </details>
      )}
      <SectionList post={post} />
    </li>
  );
}

function SectionList({ post }: { readonly post: FoundPost }) {
  const { words } = useScene();
  const send = useSend(post);
  const named = post.sections.filter(({ heading }) => heading !== '');
  if (named.length === 0) return null;
  return (
    <details class="post-sections">
      <summary>{words.buttons.contents}</summary>
      <ol lang={post.language}>
        {named.map(({ ordinal, depth, heading }) => (
          <li key={ordinal} data-depth={depth}>
            <button type="button" onClick={() => send('/post section', { section: heading })}>
              {heading}
            </button>
          </li>
        ))}
      </ol>
    </details>
  );
}

function Cover({ post }: { readonly post: FoundPost }) {
  const { words } = useScene();
  const { panel } = words.preview;
  const { picture } = post;
  if (!picture || (picture.absolute && picture.local === undefined)) return null;
  if (picture.local === undefined) {
    const named = post.problems.some(({ code }) => code === 'picture-missing');
    return named ? null : <p class="problem">{panel.pictureMissing(picture.source)}</p>;
  }
  return (
    <div class="cover">
      <img src={picture.local} alt={picture.alt} />
      {!picture.absolute && <p class="post-note">{panel.pictureNeedsAddress}</p>}
    </div>
  );
}

function Problems({ problems }: { readonly problems: readonly FoundProblem[] }) {
  const { words } = useScene();
  if (problems.length === 0) return null;
  return (
    <ul class="problems">
      {problems.map(({ path, line, code, detail, reason }) => (
        <li key={`${path}:${line}:${code}`} class="problem">
          <code>{line === undefined ? path : `${path}:${line}`}</code>:{' '}
          {words.problems[code](reason ?? detail ?? '')}
        </li>
      ))}
    </ul>
  );
}
