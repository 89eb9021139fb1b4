import { useMemo, useRef, useState } from 'react';
import type { Account } from '../../plex/account.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { downloadText } from '../../ui/download-text.ts';
import { Modal } from '../../ui/modal.tsx';
import { OptionGroup } from '../../ui/option-group.tsx';
import type { ShareChoice } from './sensitive-data-finder.ts';
import { type ShareFormat, shareAccount } from './share-account.ts';

const formats: Record<ShareFormat, string> = { markdown: 'Markdown', json: 'JSON' };
const choices: Record<ShareChoice, string> = {
  email: 'E-mail',
  names: 'Names',
  ids: 'Ids',
  avatar: 'Avatar',
  dates: 'Dates',
};

type ShareDialogProps = { account: Account; onClose: () => void };

/** Shows exactly the text that is copied or downloaded. */
export function ShareDialog({ account, onClose }: ShareDialogProps) {
  const [format, setFormat] = useState<ShareFormat>('markdown');
  const [shown, setShown] = useState<readonly ShareChoice[]>([]);
  const shared = useMemo(() => shareAccount(account, format, new Set(shown)), [account, format, shown]);
  const [copied, setCopied] = useState({ text: '', worked: false });
  const preview = useRef<HTMLPreElement>(null);
  const { text, hidden, fileName } = shared;

  async function copy() {
    const worked = await copyText(text);
    if (!worked && preview.current) getSelection()?.selectAllChildren(preview.current);
    setCopied({ text, worked });
  }

  function toggle(choice: ShareChoice) {
    setShown(shown.includes(choice) ? shown.filter((other) => other !== choice) : [...shown, choice]);
  }

  return (
    <Modal
      title="Share your account"
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" className="px-6 sm:w-auto" onClick={() => void copy()}>
            Copy
          </Button>
          <Button className="min-h-12" onClick={() => downloadText(text, fileName)}>
            Download
          </Button>
        </>
      }
    >
      <OptionGroup
        legend="Format"
        type="radio"
        options={formats}
        isChosen={(option) => option === format}
        onChoose={setFormat}
      />
      <OptionGroup
        legend="Also show"
        type="checkbox"
        options={choices}
        isChosen={(choice) => shown.includes(choice)}
        onChoose={toggle}
      />
      <p role="status">
        {hidden === 1 ? '1 value is' : `${hidden} values are`} hidden. Secrets and unknown values are always hidden.
      </p>
      <section
        aria-label="Preview of the shared text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="max-h-[40dvh] min-h-32 overflow-auto rounded-lg border border-edge bg-sunken p-3 text-fine"
      >
        <pre ref={preview} className="whitespace-pre-wrap font-mono">
          {text}
        </pre>
      </section>
      <p role="status" className="min-h-[1.5em]">
        {copied.text === text &&
          (copied.worked ? 'Copied' : 'Could not copy. The preview is selected: copy it by hand.')}
      </p>
    </Modal>
  );
}
