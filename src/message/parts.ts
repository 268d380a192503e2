import type {
  APIActionRowComponent,
  APIButtonComponent,
  APIMediaGalleryComponent,
  APIStringSelectComponent,
  APITextDisplayComponent,
} from 'discord-api-types/v10';
import type { Picture } from '../blog/model.ts';
import { limits } from './limits.ts';
import type { Row } from './model.ts';
import { encode, type Press, type Route, selectId } from './route.ts';
import { cut } from './shorten.ts';

/** A run of Discord Markdown. */
export const text = (content: string): APITextDisplayComponent => ({ type: 10, content });

/** A small line, of parts between middle dots; empty parts are left out. */
export const small = (...parts: readonly (string | undefined)[]): string =>
  `-# ${parts.filter(part => part !== undefined && part !== '').join(' · ')}`;

/** A button that goes where `route` says. */
export const button = (label: string, route: Route): APIButtonComponent => press(label, { do: 'go', route });

/** A button that does what `what` says. */
export const press = (label: string, what: Press): APIButtonComponent => ({
  type: 2,
  style: 2,
  label: cut(label, limits.buttonLabel),
  custom_id: encode(what),
});

/** A button that opens an address; none where there is none that Discord takes: of the web, and not too long. */
export function linkButton(label: string, url: string | undefined): APIButtonComponent | undefined {
  if (url === undefined || url.length > limits.buttonUrl || !/^https?:\/\/\S+$/i.test(url)) return undefined;
  return { type: 2, style: 5, label: cut(label, limits.buttonLabel), url };
}

/** A row of the buttons that exist; none where none does. */
export function buttons(...all: readonly (APIButtonComponent | undefined)[]): readonly Row[] {
  const components = all.filter(one => one !== undefined);
  return components.length === 0 ? [] : [{ type: 1, components }];
}

export interface Option {
  readonly label: string;
  readonly description?: string;
  readonly route: Route;
}

/** A select whose options each lead somewhere: at most the first 25. `name` tells selects of one message apart. */
export function select(name: string, placeholder: string, options: readonly Option[]): readonly Row[] {
  if (options.length === 0) return [];
  const component: APIStringSelectComponent = {
    type: 3,
    custom_id: selectId(name),
    placeholder: cut(placeholder, limits.selectPlaceholder),
    options: options.slice(0, limits.selectOptions).map(({ label, description, route }) => ({
      label: cut(label.trim() === '' ? '…' : label, limits.selectLabel),
      value: encode({ do: 'go', route }),
      ...(description ? { description: cut(description, limits.selectLabel) } : {}),
    })),
  };
  const row: APIActionRowComponent<APIStringSelectComponent> = { type: 1, components: [component] };
  return [row];
}

/** Whether Discord can show a picture at this address. */
export function showable(url: string | undefined): url is string {
  return (
    url !== undefined &&
    /^https?:\/\//.test(url) &&
    url.length <= limits.mediaUrl &&
    !/\.svg(?:[?#]|$)/i.test(url)
  );
}

/** Pictures side by side, with their alt text. Those that Discord cannot show are left out. */
export function gallery(pictures: readonly Picture[]): readonly APIMediaGalleryComponent[] {
  const items = pictures.flatMap(({ url, alt }) =>
    showable(url)
      ? [{ media: { url }, ...(alt ? { description: cut(alt, limits.pictureDescription) } : {}) }]
      : [],
  );
  return items.length === 0 ? [] : [{ type: 12, items: items.slice(0, limits.galleryItems) }];
}
