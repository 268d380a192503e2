import { useState } from 'preact/hooks';
import type { Found } from '../../wire.ts';
import type { Answer } from '../entries.ts';
import { useScene } from '../scene.ts';
import { Posts } from './posts.tsx';
import { ResponseView } from './response.tsx';

const TABS = ['posts', 'response'] as const;

interface PanelProps {
  readonly found: Found | undefined;
  /** The newest answer that came. */
  readonly answer: Answer | undefined;
  readonly stopped: boolean;
}

/** Beside the channel: the posts, and the newest answer as Discord gets it. */
export function Panel({ found, answer, stopped }: PanelProps) {
  const { words } = useScene();
  const [tab, setTab] = useState<(typeof TABS)[number]>('posts');
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    const other = tab === 'posts' ? 'response' : 'posts';
    setTab(other);
    document.getElementById(`tab-${other}`)?.focus();
  };
  return (
    <aside class="panel" aria-label={words.preview.panel.title}>
      <div class="tabs" role="tablist" aria-label={words.preview.panel.title}>
        {TABS.map(name => (
          <button
            key={name}
            id={`tab-${name}`}
            type="button"
            role="tab"
            aria-selected={tab === name}
            aria-controls="tab-body"
            tabIndex={tab === name ? 0 : -1}
            onKeyDown={move}
            onClick={() => setTab(name)}
          >
            {words.preview.panel[name]}
          </button>
        ))}
      </div>
      {stopped && (
        <p class="stopped" role="alert">
          {words.preview.panel.stopped}
        </p>
      )}
      <div class="tab-body" id="tab-body" role="tabpanel" aria-labelledby={`tab-${tab}`}>
        {tab === 'posts' ? (
          found && <Posts found={found} stopped={stopped} />
        ) : (
          <ResponseView answer={answer} />
        )}
      </div>
    </aside>
  );
}
