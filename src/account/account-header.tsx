import { useState } from 'react';
import type { Account } from '../plex/account.ts';
import { isAvatarAddress } from './facts/avatar-address.ts';
import { displayName, initials } from './facts/display-name.ts';
import { formatDate, formatRelative } from './facts/format-date.ts';

type AccountHeaderProps = {
  account: Account;
  now: Date;
  /** False for the sample, which fetches nothing from other hosts. */
  hasPicture?: boolean;
};

export function AccountHeader({ account, now, hasPicture = true }: AccountHeaderProps) {
  const { email, joinedAt } = account;
  const name = displayName(account);
  return (
    <header className="flex items-center gap-4 pb-6">
      <Avatar address={hasPicture ? (account.thumb ?? '') : ''} name={name} />
      <div className="min-w-0">
        <h1 id="top" tabIndex={-1} className="line-clamp-3 text-name font-bold">
          <bdi className="personal">{name}</bdi>
        </h1>
        {email && email !== name && (
          <p className="line-clamp-3 text-muted">
            <bdi className="personal">{email}</bdi>
          </p>
        )}
        {joinedAt && (
          <p className="text-muted">
            With Plex since {formatDate(joinedAt)} ({formatRelative(joinedAt, now)})
          </p>
        )}
      </div>
    </header>
  );
}

/** The picture of the account; initials if it has no address of a known host or fails to load. */
function Avatar({ address, name }: { address: string; name: string }) {
  const [failedAddress, setFailedAddress] = useState('');
  const shape = 'personal size-16 shrink-0 rounded-full bg-accent text-ink sm:size-20';
  if (address === failedAddress || !isAvatarAddress(address)) {
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
      onError={() => setFailedAddress(address)}
      className={`${shape} object-cover`}
    />
  );
}
