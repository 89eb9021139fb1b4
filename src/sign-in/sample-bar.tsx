import type { SampleLogin } from '../session/session.ts';
import { Button } from '../ui/button.tsx';

type SampleBarProps = {
  logins: readonly SampleLogin[];
  onChoose: (login: SampleLogin) => void;
  onLeave: () => void;
};

/** Shows on every screen that this is the sample plex.tv, and lists its logins. */
export function SampleBar({ logins, onChoose, onLeave }: SampleBarProps) {
  return (
    <aside aria-label="Sample account" className="border-b border-line bg-sunken px-4 py-2">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <p className="me-auto">
          <strong>Sample plex.tv.</strong> It lives in this page: nothing is sent anywhere, and nobody in it is real.
        </p>
        <Button variant="link" onClick={onLeave}>
          Leave the sample
        </Button>
      </div>
      <details name="sample-logins">
        <summary>Choose an account</summary>
        <LoginList logins={logins.filter(({ kind }) => kind === 'account')} onChoose={onChoose} />
      </details>
      <details name="sample-logins">
        <summary>Try a sign-in that fails</summary>
        <LoginList logins={logins.filter(({ kind }) => kind === 'failure')} onChoose={onChoose} />
      </details>
    </aside>
  );
}

function LoginList({ logins, onChoose }: Pick<SampleBarProps, 'logins' | 'onChoose'>) {
  return (
    <ul className="grid gap-x-8 gap-y-3 py-3 sm:grid-cols-2 lg:grid-cols-3">
      {logins.map((login) => (
        <li key={login.login}>
          <Button variant="link" className="text-start font-semibold" onClick={() => onChoose(login)}>
            {login.name}
          </Button>
          <p className="text-fine text-muted">{login.about}</p>
        </li>
      ))}
    </ul>
  );
}
