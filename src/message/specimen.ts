import type { APIComponentInContainer, APIEmbed } from 'discord-api-types/v10';
import type { Announcement, Row } from './model.ts';
import { buttons, gallery, text } from './parts.ts';
import { cut } from './shorten.ts';
import { heading } from './titles.ts';

/** What of an announcement is shown at most, in characters: only absurd ones are longer. */
const longest = { content: 800, description: 600, footer: 300, address: 300 } as const;

/** An embed, which Components V2 has not, as what stands in it. */
function embedParts({
  title,
  url,
  description,
  image,
  footer,
}: APIEmbed): readonly APIComponentInContainer[] {
  const address = url !== undefined && url.length <= longest.address ? url : undefined;
  const above = [
    ...(title === undefined ? [] : [heading(title, address)]),
    ...(description === undefined ? [] : [cut(description, longest.description)]),
  ];
  return [
    ...(above.length > 0 ? [text(above.join('\n'))] : []),
    ...(image ? gallery([{ source: image.url, url: image.url, alt: '' }]) : []),
    ...(footer ? [text(`-# ${cut(footer.text, longest.footer)}`)] : []),
  ];
}

/** Controls that can be seen and not pressed; links can. */
function stilled(row: Row): readonly Row[] {
  const found = row.components.filter(one => one.type === 2);
  return buttons(...found.map(one => (one.style === 5 ? one : { ...one, disabled: true })));
}

/** An announcement as a part of an answer: it looks as it will look, and its buttons cannot be pressed. */
export const specimen = ({
  content,
  embeds,
  components,
}: Announcement): readonly APIComponentInContainer[] => [
  { type: 14, divider: true, spacing: 1 },
  text(cut(content, longest.content)),
  ...embeds.flatMap(embedParts),
  ...components.flatMap(stilled),
  { type: 14, divider: true, spacing: 1 },
];
