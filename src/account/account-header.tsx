import { useState } from 'react';
import type { Account } from '../plex/account.ts';
import { displayName, initials } from './display-name.ts';
import { isWebAddress } from './values.ts';

export function AccountHeader({ account }: { account: Account }) {
  const name = displayName(account);
  return (
    <header className="flex flex-wrap items-center gap-4 pb-8">
      <Avatar address={account.thumb ?? ''} name={name} />
      <div className="min-w-0 flex-1">
        <h1 id="top" tabIndex={-1} className="line-clamp-3 text-name font-bold">
          <bdi>{name}</bdi>
        </h1>
        {account.email && account.email !== name && (
          <p className="line-clamp-3 text-muted">
            <bdi>{account.email}</bdi>
          </p>
        )}
      </div>
    </header>
  );
}

/** The account's own picture, or its initials when there is none, it fails, or its address is no web address. */
function Avatar({ address, name }: { address: string; name: string }) {
  const [failed, setFailed] = useState('');
  const shape = 'size-16 shrink-0 rounded-full bg-accent text-ink';
  if (address === failed || !isWebAddress(address)) {
    return (
      <span aria-hidden="true" className={`${shape} grid place-items-center text-title font-bold`}>
        {initials(name)}
      </span>
    );
  }
  return (
    <img
      src={address}
      alt=""
      referrerPolicy="no-referrer"
      onError={() => setFailed(address)}
      className={`${shape} object-cover`}
    />
  );
}
