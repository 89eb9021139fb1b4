import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Account } from './plex/account.ts';
import type { PlexClient } from './plex/client.ts';
import { signIn } from './plex/sign-in.ts';
import { randomIdentifier } from './session/client-identifier.ts';
import { endSession, type PlexTv, type SampleLogin, type Session } from './session/session.ts';
import type { Notice } from './sign-in/notice.tsx';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import { Waiting } from './ui/waiting.tsx';

const loadAccountPage = () => import('./account/account-page.tsx');
const loadSchema = () => import('./plex/parse-account.ts');
const AccountPage = lazy(async () => ({ default: (await loadAccountPage()).AccountPage }));
const SampleBar = lazy(async () => ({ default: (await import('./sign-in/sample-bar.tsx')).SampleBar }));

/** A failure here is not told: it comes again, in its words, when the code is needed. */
function fetchAhead() {
  Promise.all([loadSchema(), loadAccountPage()]).catch(() => undefined);
}

/** Who the screen is for: somebody with a session, or nobody, and why. */
type Visitor = { session?: Session; notice?: Notice; sampleLogin?: SampleLogin };

/** Joins the screens: nobody signed in, the form; somebody, the account. */
export function App({ plexTv: realPlexTv }: { plexTv: PlexTv }) {
  const queryClient = useQueryClient();
  const [plexTv, setPlexTv] = useState(realPlexTv);
  const [{ session, notice, sampleLogin }, setVisitor] = useState<Visitor>({});

  function begin(client: PlexClient, account: Account) {
    setVisitor({ session: { client, account, signedInAt: new Date() } });
  }

  function forget(why: Omit<Visitor, 'session'>) {
    queryClient.clear();
    setVisitor(why);
  }

  async function leave(ending: Session) {
    const reason = await endSession(ending);
    forget({ notice: reason ? { kind: 'untold', reason } : { kind: 'signed-out' } });
  }

  /** The sample plex.tv is fetched only now, and its first account signed in to. */
  async function openSample() {
    const { createSamplePlexTv } = await import('./sample/sample-plex-tv.ts');
    const { fetch, logins } = createSamplePlexTv();
    const client = { ...realPlexTv.client, clientIdentifier: randomIdentifier(), fetch };
    const [first] = logins;
    if (first) begin(client, await signIn(client, { ...first, rememberMe: false }));
    setPlexTv({ client, sampleLogins: logins });
  }

  /** An account is shown at once; a failure is left to the form, with its login filled in. */
  async function chooseSample(login: SampleLogin) {
    forget({ sampleLogin: login });
    if (login.kind === 'account') begin(plexTv.client, await signIn(plexTv.client, { ...login, rememberMe: false }));
  }

  function leaveSample() {
    setPlexTv(realPlexTv);
    forget({});
  }

  return (
    <Suspense fallback={<Waiting />}>
      {plexTv.sampleLogins && (
        <SampleBar logins={plexTv.sampleLogins} onChoose={(login) => void chooseSample(login)} onLeave={leaveSample} />
      )}
      {session ? (
        <AccountPage
          key={session.signedInAt.getTime()}
          session={session}
          onSignOut={() => leave(session)}
          onEnded={(reason) => forget({ notice: { kind: 'ended', reason } })}
        />
      ) : (
        <SignInScreen
          plexTv={plexTv}
          notice={notice}
          sampleLogin={sampleLogin}
          onSignedIn={(account) => begin(plexTv.client, account)}
          onTouched={fetchAhead}
          onSample={openSample}
        />
      )}
    </Suspense>
  );
}
