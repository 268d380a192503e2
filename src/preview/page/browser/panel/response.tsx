import { limits } from '../../../../message/limits.ts';
import type { Answer } from '../entries.ts';
import { useScene } from '../scene.ts';
import { Copyable } from './copy.tsx';
import { weigh } from './weight.ts';

/** The newest answer as it is posted to Discord, and how much of Discord's limits it takes. */
export function ResponseView({ answer }: { readonly answer: Answer | undefined }) {
  const { words } = useScene();
  const { panel } = words.preview;
  if (!answer?.message) return <p class="post-note">{panel.noResponse}</p>;
  const weight = weigh(answer.message, limits);
  const json = JSON.stringify(answer.response, null, 2);
  return (
    <div class="response">
      <Meter label={panel.characters} value={weight.characters} most={weight.mostCharacters} />
      <Meter label={panel.components} value={weight.components} most={limits.components} />
      <h2>{panel.responseOf}</h2>
      <p class="post-note">{panel.size(new TextEncoder().encode(JSON.stringify(answer.response)).length)}</p>
      <Copyable text={json} />
    </div>
  );
}

function Meter({
  label,
  value,
  most,
}: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
}) {
  return (
    <p class="meter">
      <span>{label}</span>
      <span>{`${value.toLocaleString('en')} / ${most.toLocaleString('en')}`}</span>
      <meter aria-label={label} min={0} max={most} high={most * 0.9} value={value} />
    </p>
  );
}
