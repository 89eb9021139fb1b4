import { useState } from 'react';
import { Button } from './button.tsx';
import { copyText } from './copy-text.ts';
import { useAutoHide } from './use-auto-hide.ts';

type SecretValueProps = { label: string; reveal: () => string };

/** Shows "Hidden" until the person presses Reveal. Hides the secret again after 30 seconds or when they leave the tab. */
export function SecretValue({ label, reveal }: SecretValueProps) {
  const [revealed, setRevealed] = useState('');
  const [copyStatus, setCopyStatus] = useState('');
  // A refresh may bring another secret, which the person has not asked to see.
  const isShown = revealed !== '' && revealed === reveal();

  useAutoHide(isShown, () => setRevealed(''));

  async function copy() {
    const isCopied = await copyText(reveal());
    setCopyStatus(isCopied ? 'Copied' : 'Could not copy. Press Reveal and copy it by hand.');
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
        {copyStatus}
      </span>
    </span>
  );
}
