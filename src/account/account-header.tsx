import type { Account } from '../plex/account/account.ts';
import { Avatar } from './facts/avatar.tsx';
import { displayName } from './facts/display-name.ts';
import { formatDate } from './facts/format-date.ts';

type AccountHeaderProps = {
  account: Account;
  /** False for the sample, which fetches nothing from other hosts. */
  hasPicture?: boolean;
};

export function AccountHeader({ account, hasPicture = true }: AccountHeaderProps) {
  const { email, joinedAt } = account;
  const name = displayName(account);
  return (
    <header className="flex items-center gap-4 pb-6">
      <Avatar address={hasPicture ? (account.thumb ?? '') : ''} name={name} size="large" />
      <div className="min-w-0">
        <h1 id="top" tabIndex={-1} className="line-clamp-3 text-title font-semibold">
          <bdi className="personal">{name}</bdi>
        </h1>
        <p className="flex flex-wrap text-muted">
          {email && email !== name && (
            <span className="personal line-clamp-3 min-w-0">
              <bdi>{email}</bdi>
            </span>
          )}
          {joinedAt && (
            <span className="max-sm:w-full sm:not-first:before:whitespace-pre sm:not-first:before:content-['_·_']">
              {email && email !== name ? 'with' : 'With'} Plex since {formatDate(joinedAt)}
            </span>
          )}
        </p>
      </div>
    </header>
  );
}
