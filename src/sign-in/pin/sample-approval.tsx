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
      aria-label="Approve the sign-in"
      className="grid gap-3 rounded-lg border border-line bg-sunken p-3"
      onSubmit={submit}
    >
      <p>At the real plex.tv you would now approve the sign-in on its own page. In the sample you do it here.</p>
      <label htmlFor={id} className="font-semibold">
        Approve as
      </label>
      <select id={id} name="login" className="min-h-11 w-full rounded-lg border border-edge bg-surface px-3">
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
        Approve
      </Button>
    </form>
  );
}
