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
    <span className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {/* One line of the same height for both, so that nothing moves when the secret appears. */}
      <span className="flex min-w-0 flex-1 basis-24 items-center gap-x-2">
        {isShown ? (
          <code
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a long secret scrolls sideways, also by keyboard
            tabIndex={0}
            className="min-w-0 overflow-x-auto font-mono text-fine whitespace-nowrap print:hidden"
          >
            {revealed}
          </code>
        ) : (
          <span>Hidden</span>
        )}
        <span role="status" className="text-fine text-muted">
          {copyStatus}
        </span>
      </span>
      <span className="flex gap-2">
        <Button
          variant="small"
          onClick={() => setRevealed(isShown ? '' : reveal())}
          aria-label={`${isShown ? 'Hide' : 'Reveal'} ${label}`}
        >
          {isShown ? 'Hide' : 'Reveal'}
        </Button>
        <Button variant="small" onClick={() => void copy()} aria-label={`Copy ${label}`}>
          Copy
        </Button>
      </span>
    </span>
  );
}
