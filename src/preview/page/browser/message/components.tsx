import type {
  APIActionRowComponent,
  APIComponentInActionRow,
  APIContainerComponent,
  APIMessage,
  APIMessageTopLevelComponent,
  APISectionComponent,
} from 'discord-api-types/v10';
import { Markdown } from '../markdown/markdown.tsx';
import { Button } from './button.tsx';
import { Gallery, Thumbnail } from './picture.tsx';
import { Select } from './select.tsx';

/** Components of a message, as Discord lays them out. */
export function Components({
  of,
  on,
}: {
  readonly of: readonly APIMessageTopLevelComponent[];
  readonly on: APIMessage;
}) {
  return (
    <>
      {of.map((component, at) => (
        <Component key={`${at}-${component.type}`} component={component} on={on} />
      ))}
    </>
  );
}

function Component({
  component,
  on,
}: {
  readonly component: APIMessageTopLevelComponent;
  readonly on: APIMessage;
}) {
  switch (component.type) {
    case 1:
      return <Row row={component} on={on} />;
    case 9:
      return <Section section={component} on={on} />;
    case 10:
      return <Markdown text={component.content} />;
    case 12:
      return <Gallery gallery={component} />;
    case 14:
      return (
        <hr class={component.spacing === 2 ? 'wide' : undefined} data-divider={component.divider !== false} />
      );
    case 17:
      return <Container container={component} on={on} />;
    default:
      return null;
  }
}

function Container({
  container,
  on,
}: {
  readonly container: APIContainerComponent;
  readonly on: APIMessage;
}) {
  const { accent_color: accent } = container;
  const color = accent == null ? undefined : `#${accent.toString(16).padStart(6, '0')}`;
  return (
    <div class="container" style={{ borderLeftColor: color }}>
      <Components of={container.components} on={on} />
    </div>
  );
}

function Section({ section, on }: { readonly section: APISectionComponent; readonly on: APIMessage }) {
  const { accessory } = section;
  return (
    <div class="section">
      <div class="section-text">
        {section.components.map((text, at) => (
          <Markdown key={String(at)} text={text.content} />
        ))}
      </div>
      {accessory.type === 2 ? <Button button={accessory} on={on} /> : <Thumbnail thumbnail={accessory} />}
    </div>
  );
}

function Row({
  row,
  on,
}: {
  readonly row: APIActionRowComponent<APIComponentInActionRow>;
  readonly on: APIMessage;
}) {
  return (
    <div class="row">
      {row.components.map((one, at) => {
        if (one.type === 2) return <Button key={`${at}`} button={one} on={on} />;
        return one.type === 3 ? <Select key={`${at}`} select={one} on={on} /> : null;
      })}
    </div>
  );
}
