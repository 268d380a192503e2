import type { APIMediaGalleryComponent, APIThumbnailComponent } from 'discord-api-types/v10';
import { useState } from 'preact/hooks';
import { PictureIcon } from '../icons.tsx';
import { useScene } from '../scene.ts';

/** A picture beside a section's text. */
export function Thumbnail({ thumbnail }: { readonly thumbnail: APIThumbnailComponent }) {
  return (
    <div class="thumbnail">
      <Picture url={thumbnail.media.url} alt={thumbnail.description ?? ''} />
    </div>
  );
}

/** Pictures in a grid, or one over the whole width. */
export function Gallery({ gallery }: { readonly gallery: APIMediaGalleryComponent }) {
  return (
    <div class={`gallery gallery-${Math.min(gallery.items.length, 4)}`}>
      {gallery.items.map(({ media, description }, at) => (
        <Picture key={`${at}-${media.url}`} url={media.url} alt={description ?? ''} />
      ))}
    </div>
  );
}

/** A picture from the folder of posts; one that lies elsewhere is named, since the page loads nothing from there. */
export function Picture({ url, alt }: { readonly url: string; readonly alt: string }) {
  const { words } = useScene();
  const [missing, setMissing] = useState(false);
  if (!missing) {
    return <img src={`/picture?url=${encodeURIComponent(url)}`} alt={alt} onError={() => setMissing(true)} />;
  }
  const host = URL.parse(url)?.host ?? url;
  return (
    <div class="picture-elsewhere" title={words.preview.message.pictureElsewhere(host)}>
      <PictureIcon />
      <span>{alt === '' ? host : alt}</span>
    </div>
  );
}
