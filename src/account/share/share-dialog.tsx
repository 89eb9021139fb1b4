import { Copy, Download, Printer, Send } from 'lucide';
import { useMemo, useRef, useState } from 'react';
import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { downloadText } from '../../ui/download-text.ts';
import { Icon } from '../../ui/icon.tsx';
import { Modal } from '../../ui/modal.tsx';
import { OptionGroup } from '../../ui/option-group.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import type { ShareChoice } from './sensitive-data-finder.ts';
import type { ShareAccount, ShareFormat } from './share-account.ts';

const formats: Record<ShareFormat, string> = { sentences: 'Ten sentences', markdown: 'All values', json: 'JSON' };
const choices: Record<ShareChoice, string> = {
  dates: 'Dates',
  names: 'Names',
  email: 'E-mail',
  ids: 'Ids',
  avatar: 'Picture',
  people: 'Other people',
  addresses: 'Addresses',
};

/** Days are useful in a forum. The other formats have exact times, which could identify the account. */
const initialChoices: Record<ShareFormat, readonly ShareChoice[]> = { sentences: ['dates'], markdown: [], json: [] };

type ShareDialogProps = {
  account: Account;
  sources: AccountSources;
  shareAccount: ShareAccount;
  onClose: () => void;
  /** Called after the dialog has closed. */
  onPrint: () => void;
};

/** Shows exactly the text that is copied, downloaded or sent. */
export function ShareDialog({ account, sources, shareAccount, onClose, onPrint }: ShareDialogProps) {
  const [format, setFormat] = useState<ShareFormat>('sentences');
  const [shownByFormat, setShown] = useState(initialChoices);
  const [openedAt] = useState(() => new Date());
  const shown = shownByFormat[format];
  const isWaiting = Object.values(sources).some(({ state }) => state === 'waiting');
  const { text, leftOut, fileName } = useMemo(
    () => shareAccount(account, sources, format, new Set(shown), openedAt),
    [shareAccount, account, sources, format, shown, openedAt],
  );
  const [done, setDone] = useState({ text: '', message: '' });
  const preview = useRef<HTMLPreElement>(null);

  async function copy() {
    const worked = await copyText(text);
    if (!worked && preview.current) getSelection()?.selectAllChildren(preview.current);
    setDone({ text, message: worked ? 'Copied' : 'Could not copy. The text is selected: copy it by hand.' });
  }

  async function send() {
    try {
      await navigator.share({ text });
    } catch (error) {
      const isCancelled = error instanceof DOMException && error.name === 'AbortError';
      setDone({ text, message: isCancelled ? '' : 'Could not send. Copy the text instead.' });
    }
  }

  function toggle(choice: ShareChoice) {
    const changed = shown.includes(choice) ? shown.filter((other) => other !== choice) : [...shown, choice];
    setShown({ ...shownByFormat, [format]: changed });
  }

  return (
    <Modal
      title="Share your account"
      description="For a forum post or a support request. Read it before you send it."
      onClose={onClose}
      actions={
        <>
          <Button variant="primary" className="w-auto! px-5" onClick={() => void copy()}>
            <span className="max-sm:hidden">
              <Icon node={Copy} />
            </span>{' '}
            Copy
          </Button>
          <Button className="min-h-12" onClick={() => downloadText(text, fileName)}>
            <span className="max-sm:hidden">
              <Icon node={Download} />
            </span>{' '}
            Download
          </Button>
          {'share' in navigator && (
            <Button className="min-h-12" onClick={() => void send()}>
              <span className="max-sm:hidden">
                <Icon node={Send} />
              </span>{' '}
              Send…
            </Button>
          )}
          <Button className="ms-auto min-h-12" onClick={onPrint}>
            <span className="max-sm:hidden">
              <Icon node={Printer} />
            </span>{' '}
            Print…
          </Button>
        </>
      }
    >
      <SegmentedControl legend="What to share" options={formats} chosen={format} onChoose={setFormat} />
      <section
        aria-label="Preview of the shared text"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        className="max-h-[40dvh] min-h-32 overflow-auto rounded-lg border border-edge bg-ground px-4 py-3"
      >
        <pre
          ref={preview}
          className={`whitespace-pre-wrap ${format === 'sentences' ? 'font-sans leading-7' : 'font-mono text-fine'}`}
        >
          {text}
        </pre>
      </section>
      <p role="status" className="text-muted">
        {leftOut} Secrets are never included.{isWaiting && ' plex.tv has not answered everything yet.'}
      </p>
      <OptionGroup
        legend="Include"
        type="checkbox"
        options={choices}
        isChosen={(choice) => shown.includes(choice)}
        onChoose={toggle}
      />
      <p role="status" className="min-h-[1.5em] font-semibold">
        {done.text === text && done.message}
      </p>
    </Modal>
  );
}
