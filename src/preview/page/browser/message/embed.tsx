import type { APIEmbed } from 'discord-api-types/v10';
import { Markdown } from '../markdown/markdown.tsx';
import { useScene } from '../scene.ts';
import { Picture } from './picture.tsx';

/** An embed, as Discord lays it out: its colour at the side, the picture over the whole width. */
export function Embed({ embed }: { readonly embed: APIEmbed }) {
  const { postLanguage } = useScene();
  const { title, url, description, fields = [], image, footer, color } = embed;
  const side = color === undefined ? undefined : `#${color.toString(16).padStart(6, '0')}`;
  return (
    <div class="embed" style={{ borderLeftColor: side }}>
      {title !== undefined && (
        <p class="embed-title" lang={postLanguage}>
          {url === undefined ? (
            title
          ) : (
            <a href={url} target="_blank" rel="noreferrer noopener" title={url}>
              {title}
            </a>
          )}
        </p>
      )}
      {description !== undefined && <Markdown text={description} />}
      {fields.map(({ name, value }, at) => (
        <div key={`${at}-${name}`}>
          <p class="embed-field">{name}</p>
          <Markdown text={value} />
        </div>
      ))}
      {image && (
        <div class="embed-image">
          <Picture url={image.url} alt={title ?? ''} />
        </div>
      )}
      {footer && (
        <p class="embed-footer" lang={postLanguage}>
          {footer.text}
        </p>
      )}
    </div>
  );
}
