import { namedArg, readArgs } from '../text/args.ts';
import { link } from '../text/markdown.ts';

interface Service {
  readonly name: string;
  /** Where what has these ids is seen. */
  readonly address: (id: string, other: string) => string;
}

const services: Readonly<Record<string, Service>> = {
  youtube: { name: 'YouTube', address: id => `https://www.youtube.com/watch?v=${id}` },
  youtubeplaylist: { name: 'YouTube', address: id => `https://www.youtube.com/playlist?list=${id}` },
  vimeo: { name: 'Vimeo', address: id => `https://vimeo.com/${id}` },
  bilibili: {
    name: 'bilibili',
    address: id => `https://www.bilibili.com/video/${/^\d+$/.test(id) ? `av${id}` : id}`,
  },
  gist: {
    name: 'Gist',
    address: (id, other) => `https://gist.github.com/${/^[\da-f]{7,}$/i.test(other) ? `${id}/${other}` : id}`,
  },
  tweet: {
    name: 'X',
    address: (id, other) => `https://x.com/${other === '' ? 'i' : id}/status/${other || id}`,
  },
  instagram: { name: 'Instagram', address: id => `https://www.instagram.com/p/${id}/` },
  codepen: {
    name: 'CodePen',
    address: (id, other) => `https://codepen.io/${other === '' ? `pen/${id}` : `${id}/pen/${other}`}`,
  },
  jsfiddle: { name: 'JSFiddle', address: id => `https://jsfiddle.net/${id}/` },
  codesandbox: { name: 'CodeSandbox', address: id => `https://codesandbox.io/s/${id}` },
  stackblitz: { name: 'StackBlitz', address: id => `https://stackblitz.com/edit/${id}` },
  asciinema: { name: 'asciinema', address: id => `https://asciinema.org/a/${id}` },
  spotify: {
    name: 'Spotify',
    address: (id, other) => `https://open.spotify.com/${other === '' ? `track/${id}` : `${id}/${other}`}`,
  },
  soundcloud: { name: 'SoundCloud', address: id => `https://soundcloud.com/${id}` },
  slideshare: { name: 'SlideShare', address: id => `https://www.slideshare.net/slideshow/embed_code/${id}` },
  speakerdeck: { name: 'Speaker Deck', address: id => `https://speakerdeck.com/player/${id}` },
  scribd: { name: 'Scribd', address: id => `https://www.scribd.com/document/${id}` },
  gslides: { name: 'Google Slides', address: id => `https://docs.google.com/presentation/d/${id}` },
  github: {
    name: 'GitHub',
    address: (id, other) => `https://github.com/${other === '' ? id : `${id}/${other}`}`,
  },
};

const alike: Readonly<Record<string, string>> = {
  twitter: 'tweet',
  x: 'tweet',
  ghcard: 'github',
  ghrepo: 'github',
  yt: 'youtube',
  bili: 'bilibili',
  youtubelite: 'youtube',
  youtubeplayer: 'youtube',
  tweetembed: 'tweet',
};

function serviceOf(name: string): Service | undefined {
  const known = name.replace(/[-_](?:simple|enhanced|embed|video|lite)$|^embed[-_]/, '');
  const key = Object.hasOwn(alike, known) ? (alike[known] ?? known) : known;
  return Object.hasOwn(services, key) ? services[key] : undefined;
}

/** True for tags and components that show something of another site. */
export function isEmbed(name: string): boolean {
  return serviceOf(name) !== undefined;
}

/** Where what a component such as `<YouTube id="dQw4w9WgXcQ" />` shows is seen. */
export function embedUrl(name: string, id: string): string {
  return /^https?:/i.test(id) ? id : (serviceOf(name)?.address(id, '') ?? id);
}

/** A link to what a tag such as `{{< youtube dQw4w9WgXcQ >}}` shows; empty where it does not say what. */
export function embedded(name: string, written: string): string {
  const service = serviceOf(name);
  const args = readArgs(written);
  const user = namedArg(args, 'user', 'username');
  const id = namedArg(args, 'id', 'url', 'src', 'bvid', 'aid', 'repo');
  const [first = '', second = ''] = [user, id, ...args.words].filter(word => word !== undefined);
  if (service === undefined || first === '') return '';
  const title = namedArg(args, 'title', 'alt', 'caption');
  const url = /^https?:/i.test(first) ? first : service.address(first, second);
  return link(title ?? service.name, url);
}
