import { useState } from 'react';
import type { Account } from '../plex/account.ts';
import { Badge } from '../ui/badge.tsx';
import { checkup } from './checkup.ts';
import { displayName, initials } from './display-name.ts';
import { formatDate } from './format-date.ts';
import { subscriptionAnswer } from './subscription-answer.ts';
import { isWebAddress } from './values.ts';

export function AccountHeader({ account, now }: { account: Account; now: Date }) {
  const name = displayName(account);
  const { badge } = subscriptionAnswer(account, now);
  const { toLookAt } = checkup(account, now);
  return (
    <header className="flex flex-wrap items-center gap-4 pb-8">
      <Avatar address={account.thumb ?? ''} name={name} />
      <div className="min-w-0 flex-1">
        <h1 id="top" tabIndex={-1} className="line-clamp-3 text-name font-bold">
          <bdi className="personal">{name}</bdi>
        </h1>
        <p className="line-clamp-3 text-muted">
          {account.email && account.email !== name && (
            <>
              <bdi className="personal">{account.email}</bdi>
              {account.joinedAt && ' · '}
            </>
          )}
          {account.joinedAt && `with Plex since ${formatDate(account.joinedAt)}`}
        </p>
        <p className="flex flex-wrap gap-2 pt-2">
          {badge && <Badge {...badge} text={badge.text === 'Active' ? 'Plex Pass' : badge.text} />}
          {account.homeAdmin && <Badge tone="quiet" text="Home admin" />}
          {toLookAt > 0 && <Badge tone="warn" text={`${toLookAt} to look at`} />}
        </p>
      </div>
    </header>
  );
}

/** The account's own picture, or its initials when there is none, it fails, or its address is no web address. */
function Avatar({ address, name }: { address: string; name: string }) {
  const [failed, setFailed] = useState('');
  const shape = 'personal size-16 shrink-0 rounded-full bg-accent text-ink';
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
