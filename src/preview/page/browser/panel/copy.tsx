import { useEffect, useState } from 'preact/hooks';
import { useScene } from '../scene.ts';

/** Lines to be copied, with a button that does it. */
export function Copyable({ text }: { readonly text: string }) {
  const { words } = useScene();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <div class="copyable">
      <pre>
        <code>{text}</code>
      </pre>
      <button type="button" class="plain" onClick={copy}>
        {copied ? words.preview.panel.copied : words.preview.panel.copy}
      </button>
    </div>
  );
}
