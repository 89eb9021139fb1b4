import type { Account } from '../plex/account.ts';
import type { PlexTv, SampleLogin } from '../session/session.ts';
import type { SignInWay } from '../session/sign-in-way.ts';
import { Brand } from '../ui/brand.tsx';
import { type Notice, NoticeAlert } from './notice.tsx';
import { SampleEntrance } from './sample-entrance.tsx';
import { SignInWays } from './sign-in-ways.tsx';

type SignInScreenProps = {
  plexTv: PlexTv;
  /** A login of the sample to put into the form. */
  sampleLogin?: SampleLogin | undefined;
  /** What the person should know before anything else, such as why they are here again. */
  notice?: Notice | undefined;
  /** Whether the person comes from another screen, and is not just opening the page. */
  isReturn: boolean;
  onSignedIn: (account: Account, how: SignInWay) => void;
  /** The form is being used: the account screen may be fetched. */
  onTouched: () => void;
  onSample: () => Promise<void>;
};

export function SignInScreen(props: SignInScreenProps) {
  const { plexTv, sampleLogin, notice, isReturn, onSignedIn, onTouched, onSample } = props;
  return (
    <main
      className="mx-auto grid min-h-dvh max-w-6xl content-center gap-x-24 gap-y-12 px-5 py-8 lg:grid-cols-2"
      onFocusCapture={onTouched}
      onPointerDownCapture={onTouched}
    >
      <div className="grid w-full max-w-md gap-4">
        <Brand />
        <div>
          <h1 tabIndex={-1} ref={isReturn ? focusOnArrival : undefined} className="text-name font-bold">
            Sign in with Plex
          </h1>
          <p className="text-muted">See everything plex.tv knows about your account.</p>
        </div>
        {notice && <NoticeAlert {...notice} />}
        <SignInWays plexTv={plexTv} filledIn={sampleLogin} onSignedIn={onSignedIn} />
        {!plexTv.sampleLogins && <SampleEntrance onSample={onSample} />}
      </div>
      <aside className="grid content-center gap-3 text-muted">
        <h2 className="font-semibold">Where your password goes</h2>
        <p>
          {plexTv.sampleLogins
            ? 'It goes nowhere: the sample plex.tv lives in this tab.'
            : 'It goes from this tab through this page’s own server to plex.tv, and nowhere else.'}{' '}
          Nothing here keeps it: it is forgotten as soon as plex.tv has answered with your account.
        </p>
        <p className="text-fine">An unofficial, open-source page, not made by Plex.</p>
      </aside>
    </main>
  );
}

/** The focus goes to the new heading; at the first visit it stays where the browser put it. */
function focusOnArrival(heading: HTMLElement | null) {
  heading?.focus();
}
