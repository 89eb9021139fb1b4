import { useId, useState } from 'react';
import type { SampleLogin } from '../session/session.ts';
import { Button } from '../ui/button.tsx';

type SampleBarProps = {
  logins: readonly SampleLogin[];
  /** The login that is signed in or filled in. */
  current: SampleLogin | undefined;
  /** Whether the address names an account that the sample does not have. */
  isUnknown: boolean;
  onChoose: (login: SampleLogin) => void;
  onLeave: () => void;
};

/** Says on every screen of the sample that it is the sample, and lets the person choose another account. */
export function SampleBar({ logins, current, isUnknown, onChoose, onLeave }: SampleBarProps) {
  const [isOpen, setOpen] = useState(false);
  const moreId = useId();
  const selectId = useId();

  function choose(login: SampleLogin | undefined) {
    setOpen(false);
    if (login) onChoose(login);
  }

  return (
    <aside aria-label="Sample account" className="border-b border-line bg-sunken print:hidden">
      <div className="mx-auto max-w-[72.5rem] px-4 sm:px-6 lg:px-4">
        <div className="flex h-12 items-center gap-2 sm:gap-3">
          <label htmlFor={selectId} className="font-semibold whitespace-nowrap">
            Sample <span className="max-sm:sr-only">account</span>
          </label>
          <AccountSelect id={selectId} logins={logins} current={current} onChoose={choose} />
          <span className="min-w-0 flex-1 truncate text-fine text-muted">
            Nothing is sent anywhere, and these people are invented.
          </span>
          <Button
            variant="bare"
            className="shrink-0"
            aria-expanded={isOpen}
            aria-controls={moreId}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? 'Less' : 'More'}
          </Button>
          <Button variant="bare" className="-me-2 shrink-0" aria-label="Leave the sample" onClick={onLeave}>
            <span>
              Leave <span className="max-sm:sr-only">the sample</span>
            </span>
          </Button>
        </div>
        {isUnknown && (
          <p role="status" className="pb-3">
            The address names a sample account that does not exist. This is the first one instead.
          </p>
        )}
        <div id={moreId} hidden={!isOpen} className="grid gap-4 border-t border-line py-4">
          <p className="max-w-prose">
            The sample is a small copy of plex.tv that runs inside this page. Nothing is sent anywhere, nothing is
            stored, and all people in it are invented. You can share the address of each account.
          </p>
          <LoginList title="Accounts that test this page" logins={logins.filter(isTest)} onChoose={choose} />
          <LoginList
            title="States of Home, devices, sharing and privacy"
            logins={logins.filter(isAccess)}
            onChoose={choose}
          />
          <LoginList title="Sign-ins that fail" logins={logins.filter(isFailure)} onChoose={choose} />
        </div>
      </div>
    </aside>
  );
}

const isTest = ({ isForTesting }: SampleLogin) => isForTesting === true;
const isAccess = ({ kind }: SampleLogin) => kind === 'access';
const isFailure = ({ kind }: SampleLogin) => kind === 'failure';

type AccountSelectProps = Pick<SampleBarProps, 'logins' | 'current'> & {
  id: string;
  onChoose: (login: SampleLogin | undefined) => void;
};

/** Lists the accounts that people have, and the current login. */
function AccountSelect({ id: selectId, logins, current, onChoose }: AccountSelectProps) {
  const offered = logins.filter((login) => login === current || (login.kind === 'account' && !isTest(login)));
  return (
    <select
      id={selectId}
      aria-label="Sample account"
      value={current?.id ?? ''}
      onChange={({ target }) => onChoose(logins.find(({ id }) => id === target.value))}
      className="min-h-9 min-w-0 rounded-lg border border-edge bg-surface px-2 font-normal text-ellipsis pointer-coarse:min-h-11"
    >
      {!current && <option value="">Choose an account</option>}
      {offered.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

type LoginListProps = Pick<SampleBarProps, 'logins' | 'onChoose'> & { title: string };

function LoginList({ title, logins, onChoose }: LoginListProps) {
  return (
    <section>
      <h2 className="text-fine font-semibold text-muted">{title}</h2>
      <ul className="grid gap-x-8 gap-y-3 pt-2 sm:grid-cols-2 lg:grid-cols-3">
        {logins.map((login) => (
          <li key={login.id}>
            <Button variant="link" className="text-start font-semibold" onClick={() => onChoose(login)}>
              {login.name}
            </Button>
            <p className="text-fine text-muted">{login.about}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}
