import type { ReactNode } from 'react';
import { loadErrorWords } from './plex/errors/load-error.ts';
import type { NewSignIn, PlexTv, Session } from './session/session.ts';
import { loadPasswordSignIn } from './sign-in/load-password-sign-in.ts';
import { SignInScreen } from './sign-in/sign-in-screen.tsx';
import { ErrorNotice } from './ui/error-notice.tsx';
import { lazyWithPreload } from './ui/lazy-with-preload.tsx';
import type { ScreenState, ShowScreen } from './use-current-screen.ts';

type SignedInModule = typeof import('./signed-in.tsx');

let signedInModule: SignedInModule | undefined;

/** Keeps the loaded module: to import it again would let the browser do other work first, and delay the account. */
async function loadSignedIn(): Promise<SignedInModule> {
  signedInModule ??= await import('./signed-in.tsx');
  return signedInModule;
}

const [SignedIn, preloadSignedIn] = lazyWithPreload(async () => (await loadSignedIn()).SignedIn);
const [RestoreSession] = lazyWithPreload(async () => (await loadSignedIn()).RestoreSession);

export { preloadSignedIn };

/** Loads what a sign-in needs. If that fails, it is loaded again, and the failure reported, when it is needed. */
async function preload({ client }: PlexTv) {
  try {
    await Promise.all([loadPasswordSignIn(), preloadSignedIn()]);
    await (await loadSignedIn()).warmUp(client);
  } catch {}
}

export type ScreensProps = {
  plexTv: PlexTv;
  screenIndex: number;
  screen: ScreenState;
  showScreen: ShowScreen;
  /** Whether the person comes from another screen. False when the page has just been opened. */
  isReturn: boolean;
  /** Whether plex.tv has led the person to this page. */
  isBackFromPlexTv?: boolean;
  /** Called with a session that only this page holds, and with undefined when there is none. */
  onPageSession?: (session: Session | undefined) => void;
  onSample?: () => Promise<void>;
};

/** Shows the current screen: the sign-in form, the account, or the loading screen while a session is restored. */
export function Screens(props: ScreensProps) {
  const {
    plexTv,
    screenIndex,
    screen,
    showScreen,
    isReturn,
    isBackFromPlexTv = false,
    onPageSession,
    onSample,
  } = props;

  async function completeSignIn(newSignIn: NewSignIn) {
    const loaded = await preloadSignedIn().then(loadSignedIn, () => undefined);
    const session = loaded?.createSession(plexTv, newSignIn);
    const isShown = session && showScreen({ state: 'signed-in', session });
    if (!isShown) {
      import('./session/tabs/end-unused-token.ts')
        .then(({ endUnusedSignIn }) => endUnusedSignIn(plexTv.client, newSignIn))
        .catch(() => undefined); // the token stays valid until it expires
    }
    if (!session) showScreen({ state: 'signing-in', notice: <ErrorNotice words={loadErrorWords.loadFailed} /> });
  }

  function showSignIn(notice: ReactNode, login?: string) {
    const isShown = showScreen({ state: 'signing-in', notice, initialValues: login ? { login } : undefined });
    // A late answer must not end the session of the next person.
    if (isShown) onPageSession?.(undefined);
  }

  switch (screen.state) {
    case 'returning':
      return (
        <RestoreSession
          plexTv={plexTv}
          restored={screen.restored}
          onFound={(session) => showScreen({ state: 'signed-in', session })}
          onSignedOut={showSignIn}
        />
      );
    case 'signed-in':
      return (
        <SignedIn
          key={screenIndex}
          plexTv={plexTv}
          session={screen.session}
          onSignedOut={showSignIn}
          onPageSession={onPageSession}
        />
      );
    case 'signing-in':
      return (
        <SignInScreen
          key={screenIndex}
          plexTv={plexTv}
          notice={screen.notice}
          initialValues={screen.initialValues}
          isReturn={isReturn || screenIndex > 0}
          // The first screen, or the one after a stored session that has ended.
          isBackFromPlexTv={isBackFromPlexTv && screenIndex < 2}
          onSignedIn={(signIn) => void completeSignIn(signIn)}
          onTouched={() => void preload(plexTv)}
          onSample={onSample}
        />
      );
  }
}
