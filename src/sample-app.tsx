import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { chooseSample, createSample } from './open-sample.ts';
import type { PlexClient } from './plex/http/client.ts';
import { Screens } from './screens.tsx';
import type { SampleLogin } from './session/session.ts';
import { SampleBar } from './sign-in/sample-bar.tsx';
import { fragmentWithSample } from './ui/address-fragment.ts';
import { LoadingScreen } from './ui/loading-screen.tsx';
import { type ScreenState, useCurrentScreen } from './use-current-screen.ts';

type SampleAppProps = {
  client: PlexClient;
  /** The account in the address. */
  name: string;
};

/** The app with the sample plex.tv, which runs in this page. */
export function SampleApp({ client, name }: SampleAppProps) {
  const [plexTv] = useState(() => createSample(client));
  const { sampleLogins } = plexTv;
  const { screenIndex, screen, showScreen } = useCurrentScreen(() => ({ state: 'signing-in' }));
  const opened = useRef<SampleLogin>(undefined);
  const named = sampleLogins.find(({ id }) => id === name);
  const chosen = named ?? sampleLogins[0];
  useSampleInLinks(name);

  async function open(login: SampleLogin) {
    opened.current = login;
    const next = await chooseSample(plexTv, login);
    if (opened.current === login) showScreen(next);
  }
  const openChosen = useEffectEvent(() => {
    if (chosen && opened.current !== chosen) void open(chosen);
  });
  // Back, Forward and links choose an account too, by the address.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the account in the address is the trigger
  useEffect(() => openChosen(), [chosen]);

  function choose(login: SampleLogin) {
    void open(login);
    replaceAddress(fragmentWithSample(login.id));
  }

  function showNext(next: ScreenState): boolean {
    const isShown = showScreen(next);
    const signedIn = isShown && next.state === 'signed-in' && loginOf(next.session.login, sampleLogins);
    if (signedIn) {
      opened.current = signedIn;
      replaceAddress(fragmentWithSample(signedIn.id));
    }
    return isShown;
  }

  const isAccountShown = screenIndex === 0 || screen.state !== 'signing-in' || screen.initialValues !== undefined;
  return (
    <>
      <SampleBar
        logins={sampleLogins}
        current={isAccountShown ? chosen : undefined}
        isUnknown={name !== '' && !named}
        onChoose={choose}
        onLeave={() => replaceAddress(location.pathname + location.search)}
      />
      {/* The first account signs in by itself. */}
      {screenIndex === 0 ? (
        <LoadingScreen />
      ) : (
        <Screens plexTv={plexTv} screenIndex={screenIndex} screen={screen} showScreen={showNext} isReturn />
      )}
    </>
  );
}

function replaceAddress(address: string) {
  history.replaceState(history.state, '', address);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Keeps the sample in the address when a link leads to a section of the account. */
function useSampleInLinks(name: string) {
  const addSample = useEffectEvent(() => history.replaceState(null, '', fragmentWithSample(name)));

  // The browser changes the address on a click. `popstate` comes before `hashchange`, when the page reads the address.
  useEffect(() => {
    let followedHash: string | undefined;
    const onClick = ({ target }: MouseEvent) => {
      followedHash = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href^="#"]')?.hash : undefined;
    };
    const onPopState = () => {
      if (followedHash === location.hash) addSample();
      followedHash = undefined;
    };
    addEventListener('click', onClick, { capture: true });
    addEventListener('popstate', onPopState);
    return () => {
      removeEventListener('click', onClick, { capture: true });
      removeEventListener('popstate', onPopState);
    };
  }, []);
}

/** The login of the account that was signed in to by the form. */
function loginOf(emailOrUsername: string, logins: readonly SampleLogin[]): SampleLogin | undefined {
  return logins.find(({ kind, login }) => kind === 'account' && login === emailOrUsername);
}
