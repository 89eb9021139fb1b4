import { useState } from 'react';
import type { Pin } from '../../plex/create-pin.ts';
import { linkPageUrl } from '../../plex/plex-pages.ts';
import { Button } from '../../ui/button.tsx';
import { copyText } from '../../ui/copy-text.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { CodeLifetime } from './code-lifetime.tsx';
import { QrCode } from './qr-code.tsx';

export function LinkCode({ pin, isSample }: { pin: Pin; isSample: boolean }) {
  const [copyStatus, setCopyStatus] = useState('');

  async function copy() {
    const isCopied = await copyText(pin.code);
    setCopyStatus(isCopied ? 'Copied' : 'Could not copy. Select the code and copy it by hand.');
  }

  return (
    <div className="grid justify-items-start gap-3 print:hidden">
      <p role="status" className="font-mono text-[3rem] leading-none font-bold tracking-widest">
        <span aria-hidden="true">{pin.code}</span>
        {/* Screen readers say the characters one by one. */}
        <span className="sr-only">The code is: {Array.from(pin.code).join(', ')}</span>
      </p>
      <CodeLifetime key={pin.id} until={pin.expiresAt} />
      <div className="flex flex-wrap items-center gap-2">
        <Button onClick={() => void copy()}>Copy the code</Button>
        <span role="status" className="text-fine">
          {copyStatus}
        </span>
      </div>
      {!isSample && (
        <>
          <QrCode text={linkPageUrl(pin)} label="QR code that opens plex.tv/link with this code" />
          <ExternalLink href={linkPageUrl(pin)}>Open plex.tv/link on this device</ExternalLink>
        </>
      )}
    </div>
  );
}
