import type { Element } from 'hast';
import type { Handle, State } from 'hast-util-to-mdast';
import type { Nodes, RootContent } from 'mdast';
import { boxTitle, isBox, kindTitle } from '../tags/boxes.ts';
import { embedUrl, isEmbed } from '../tags/embeds.ts';
import { musicPage } from '../tags/hexo-themes.ts';
import { attribute, bound } from './attribute.ts';
import { boldLine, isPhrasing, within } from './nodes.ts';

/** A component as it is read. */
interface Component {
  readonly name: string;
  readonly element: Element;
  readonly children: RootContent[];
  readonly state: State;
}

/** A component's name, without what only tells whose it is: `starlight-aside` is no other than `aside`. */
const boxes = /^(?:.*-)?(?:callout|admonition|alert|aside|note|tip|notice|message|custom-?container)$/;

const pictures = /^(?:.*-)?(?:image|img|figure|picture|photo|zoom)$/;

const pictureFile = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** What is heard, looked at or read elsewhere. */
const media =
  /^(?:.*-)?(?:video|audio|player|vidstack|artplayer|xgplayer|dplayer|pdf|embed|iframe|site-?info)$/;

const mediaFile = /\.(?:mp[34]|webm|ogg|wav|m4a|flac|mov|m3u8|pdf)(?:[?#]|$)/i;

/** Under which a service's component is told what to show. */
const ids = [
  'id',
  'videoId',
  'videoid',
  'youtubeid',
  'tweetid',
  'tweetId',
  'bvid',
  'aid',
  'username',
  'url',
  'link',
  'src',
  'href',
];

const text = (value: string): Nodes => ({ type: 'text', value });

const titleOf = (element: Element): string | undefined =>
  attribute(element, 'title', 'label', 'header', 'heading', 'summary', 'text', 'caption');

function box({ name, element, children, state }: Component): Nodes[] | undefined {
  if (!boxes.test(name) && !isBox(name)) return undefined;
  const kind = attribute(element, 'type', 'kind', 'variant', 'intent');
  const title = titleOf(element) ?? (kind === undefined ? boxTitle(name, '') : kindTitle(kind));
  const head = title === undefined ? [] : boldLine([text(title)]);
  return [{ type: 'blockquote', children: state.toFlow([...head, ...children]) }];
}

function picture({ name, element, children }: Component): Nodes[] | undefined {
  const url = attribute(element, 'src', 'source', 'image', 'img') ?? bound(element, 'src');
  if (url === undefined || !(pictures.test(name) || pictureFile.test(url))) return undefined;
  const below = attribute(element, 'caption', 'title');
  const caption: RootContent[] =
    below === undefined ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: below }] }];
  return [{ type: 'image', url, alt: attribute(element, 'alt') ?? '' }, ...caption, ...children];
}

function link({ name, element, children }: Component): Nodes[] | undefined {
  const id = attribute(element, ...ids);
  const source = attribute(element, 'src', 'source', 'file');
  const isMedia = source !== undefined && (media.test(name) || mediaFile.test(source));
  const url =
    isEmbed(name) && id !== undefined
      ? embedUrl(name, id)
      : (attribute(element, 'href', 'to', 'url', 'link') ??
        (isMedia ? source : undefined) ??
        songOf(element));
  if (url === undefined || !children.every(isPhrasing)) return undefined;
  const said = children.length === 0 ? [text(titleOf(element) ?? url)] : children;
  const about = attribute(element, 'description', 'desc', 'details');
  const below: Nodes[] =
    about === undefined ? [] : [{ type: 'paragraph', children: [{ type: 'text', value: about }] }];
  return [{ type: 'link', url, children: within(said) }, ...below];
}

/** `<meting-js server="netease" type="song" id="1">` */
function songOf(element: Element): string | undefined {
  const [server = '', type = '', id = ''] = ['server', 'type', 'id'].map(name => attribute(element, name));
  return id === '' ? undefined : musicPage(server, type, id);
}

function titled({ name, element, children }: Component): Nodes[] {
  const title =
    titleOf(element) ??
    (/^tab-?(?:item|panel?)?$/.test(name) ? attribute(element, 'value', 'name') : undefined);
  if (title === undefined) return children;
  return children.length === 0 ? [text(title)] : [...boldLine([text(title)]), ...children];
}

/**
 * What a component of Vue, React or Astro shows, as far as its name and its attributes say: a box beside the text, a
 * picture, a link; else its title and what stands in it.
 */
export const component: Handle = (state, element) => {
  const children = state.all(element).filter(child => child.type !== 'text' || child.value !== '');
  const read: Component = { name: element.tagName, element, children, state };
  return box(read) ?? picture(read) ?? link(read) ?? titled(read);
};
