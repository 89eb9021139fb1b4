import { useEffect, useState } from 'react';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';

const hideAfterMs = 30_000;

type SecretValueProps = { label: string; reveal: () => string };

/** "Hidden", until the person asks; hidden again after 30 seconds, or when the tab is left. */
export function SecretValue({ label, reveal }: SecretValueProps) {
  const [revealed, setRevealed] = useState('');
  const [copied, setCopied] = useState('');
  // After a refresh another secret may stand in this place: that one nobody asked to see.
  const isShown = revealed !== '' && revealed === reveal();

  // A revealed secret must not stay on a screen that nobody looks at.
  useEffect(() => {
    if (!isShown) return;
    const hide = () => setRevealed('');
    const timer = setTimeout(hide, hideAfterMs);
    document.addEventListener('visibilitychange', hide);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [isShown]);

  async function copy() {
    const worked = await copyText(reveal());
    setCopied(worked ? 'Copied' : 'Could not copy. Reveal it and copy it by hand.');
  }

  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {isShown ? (
        <code className="break-all font-mono print:hidden">{revealed}</code>
      ) : (
        <span className="text-muted">Hidden</span>
      )}
      <Button
        variant="link"
        className="text-fine"
        onClick={() => setRevealed(isShown ? '' : reveal())}
        aria-label={`${isShown ? 'Hide' : 'Reveal'} ${label}`}
      >
        {isShown ? 'Hide' : 'Reveal'}
      </Button>
      <Button variant="link" className="text-fine" onClick={() => void copy()} aria-label={`Copy ${label}`}>
        Copy
      </Button>
      <span role="status" className="text-fine">
        {copied}
      </span>
    </span>
  );
}
