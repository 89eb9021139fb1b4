import { type FormEvent, useId } from 'react';
import type { PlexTv } from '../../session/session.ts';
import { Button } from '../../ui/button.tsx';

type SampleApprovalProps = { plexTv: PlexTv; code: string };

/** Approves a PIN of the sample plex.tv, which has no sign-in page of its own. */
export function SampleApproval({ plexTv: { sampleLogins = [], approvePin }, code }: SampleApprovalProps) {
  const id = useId();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    approvePin?.(code, String(new FormData(event.currentTarget).get('login')));
  }

  return (
    <form
      aria-label="In place of plex.tv’s page"
      className="grid gap-3 rounded-lg border border-line bg-sunken p-3"
      onSubmit={submit}
    >
      <p>The sample plex.tv has no page of its own. Choose here who agrees.</p>
      <label htmlFor={id} className="font-semibold">
        Agree as
      </label>
      <select id={id} name="login" className="min-h-12 w-full rounded-lg border border-edge bg-surface px-3">
        {sampleLogins.map(
          ({ kind, name, login }) =>
            kind === 'account' && (
              <option key={login} value={login}>
                {name}
              </option>
            ),
        )}
      </select>
      <Button type="submit" variant="primary">
        Agree
      </Button>
    </form>
  );
}
