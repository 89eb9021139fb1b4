import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useRef, useState } from 'react';
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
const loadSampleBar = () => import('./sign-in/sample-bar.tsx');
const AccountPage = lazy(async () => ({ default: (await loadAccountPage()).AccountPage }));
const SampleBar = lazy(async () => ({ default: (await loadSampleBar()).SampleBar }));

/** A failure here is not told: it comes again, in its words, when the code is needed. */
function fetchAhead() {
  Promise.all([loadSchema(), loadAccountPage()]).catch(() => undefined);
}

/** Who the screen is for: somebody with a session, or nobody, and why. Each visit is a screen of its own. */
type Visitor = {
  visit: number;
  plexTv: PlexTv;
  session?: Session | undefined;
  notice?: Notice;
  sampleLogin?: SampleLogin;
};

/** Joins the screens: nobody signed in, the form; somebody, the account. */
export function App({ plexTv: realPlexTv }: { plexTv: PlexTv }) {
  const queryClient = useQueryClient();
  const [visitor, setVisitor] = useState<Visitor>({ visit: 0, plexTv: realPlexTv });
  const { visit, plexTv, session, notice, sampleLogin } = visitor;

  const latestVisit = useRef(0);

  /** Forgets whoever is here, and shows the next screen; unless this visit is over, and somebody else has come. */
  function turn(next: Omit<Visitor, 'visit'>) {
    if (latestVisit.current !== visit) return;
    latestVisit.current = visit + 1;
    queryClient.clear();
    setVisitor({ ...next, visit: visit + 1 });
  }

  async function leave(ending: Session) {
    const reason = await endSession(ending);
    turn({ plexTv, notice: reason ? { kind: 'untold', reason } : { kind: 'signed-out' } });
  }

  /** The sample plex.tv is fetched only now, with all that its screens need, and its first account signed in to. */
  async function openSample() {
    const [{ createSamplePlexTv }] = await Promise.all([
      import('./sample/sample-plex-tv.ts'),
      loadSampleBar(),
      loadAccountPage(),
    ]);
    const { fetch, logins: sampleLogins, agree } = createSamplePlexTv();
    const client = { ...realPlexTv.client, clientIdentifier: randomIdentifier(), fetch };
    const [first] = sampleLogins;
    turn({ plexTv: { client, sampleLogins, agree }, session: first && (await enterSample(client, first)) });
  }

  /** An account is shown at once; a failure is left to the form, with its login filled in. */
  async function chooseSample(login: SampleLogin) {
    const isAccount = login.kind === 'account';
    const next = isAccount ? await enterSample(plexTv.client, login).catch(() => undefined) : undefined;
    turn(next ? { plexTv, session: next } : { plexTv, sampleLogin: login });
  }

  return (
    <Suspense fallback={<Waiting />}>
      {plexTv.sampleLogins && (
        <SampleBar
          logins={plexTv.sampleLogins}
          onChoose={(login) => void chooseSample(login)}
          onLeave={() => turn({ plexTv: realPlexTv })}
        />
      )}
      {session ? (
        <AccountPage
          key={visit}
          session={session}
          onSignOut={() => leave(session)}
          onEnded={(reason) => turn({ plexTv, notice: { kind: 'ended', reason } })}
        />
      ) : (
        <SignInScreen
          key={visit}
          plexTv={plexTv}
          notice={notice}
          sampleLogin={sampleLogin}
          isReturn={visit > 0}
          onSignedIn={(account) => turn({ plexTv, session: begin(plexTv.client, account) })}
          onTouched={fetchAhead}
          onSample={openSample}
        />
      )}
    </Suspense>
  );
}

function begin(client: PlexClient, account: Account): Session {
  return { client, account, signedInAt: new Date() };
}

async function enterSample(client: PlexClient, login: SampleLogin): Promise<Session> {
  return begin(client, await signIn(client, { ...login, rememberMe: false }));
}
