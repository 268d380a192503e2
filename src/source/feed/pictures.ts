import type { MediaNs } from 'feedsmith';

/** A file that a feed names beside an article. */
export interface Attached {
  readonly url?: string;
  readonly type?: string;
}

const pictureName = /\.(?:png|jpe?g|gif|webp|avif)(?:[?#]|$)/i;

const isPicture = ({ url = '', type = '' }: Attached): boolean =>
  type === '' ? pictureName.test(url) : type.startsWith('image/');

/** Addresses of pictures among attached files, in order. */
export const picturesAmong = (files: readonly Attached[] = []): readonly (string | undefined)[] =>
  files.filter(isPicture).map(({ url }) => url);

/** Addresses of pictures by Media RSS, the largest kind first. */
export function mediaPictures(media: MediaNs.ItemOrFeed | undefined): readonly (string | undefined)[] {
  const groups = media?.groups ?? [];
  const contents = [...(media?.contents ?? []), ...groups.flatMap(group => group.contents ?? [])];
  const thumbnails = [...(media?.thumbnails ?? []), ...groups.flatMap(group => group.thumbnails ?? [])];
  const pictures = contents.filter(
    ({ url, type, medium }) => medium === 'image' || (medium === undefined && isPicture({ url, type })),
  );
  return [...pictures, ...thumbnails].map(({ url }) => url);
}
