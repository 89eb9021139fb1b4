import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { chooseSample, createSample } from './open-sample.ts';
import type { PlexClient } from './plex/http/client.ts';
import { Screens } from './screens.tsx';
import type { SampleLogin } from './session/session.ts';
import { SampleBar } from './sign-in/sample-bar.tsx';
import { fragmentWithSample, sampleInFragment } from './ui/address-fragment.ts';
import { outsideSample } from './use-sample-in-address.ts';
import { useVisitor, type Visitor } from './visitor.ts';

type SampleAppProps = {
  client: PlexClient;
  /** The account in the address. */
  name: string;
  /** Called when this has changed the address. */
  onAddressChange: () => void;
};

/** The app with the sample plex.tv, which runs in this page. */
export function SampleApp({ client, name, onAddressChange }: SampleAppProps) {
  const [plexTv] = useState(() => createSample(client));
  const { sampleLogins } = plexTv;
  const { visit, visitor, showVisitor } = useVisitor(() => ({ state: 'opening' }));
  const opened = useRef<SampleLogin>(undefined);
  const named = sampleLogins.find(({ id }) => id === name);
  const chosen = named ?? sampleLogins[0];
  useSampleInLinks(name);

  async function open(login: SampleLogin) {
    opened.current = login;
    const next = await chooseSample(plexTv, login);
    if (opened.current === login) showVisitor(next);
  }
  const openChosen = useEffectEvent(() => {
    if (chosen && opened.current !== chosen) void open(chosen);
  });
  // Back, Forward and links choose an account too, by the address.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the account in the address is the trigger
  useEffect(() => openChosen(), [chosen]);

  function changeAddress(address: string, state: unknown) {
    history.replaceState(state, '', address);
    onAddressChange();
  }

  function choose(login: SampleLogin) {
    void open(login);
    changeAddress(fragmentWithSample(login.id), history.state);
  }

  function showNext(next: Visitor): boolean {
    const isShown = showVisitor(next);
    const signedIn = isShown && next.state === 'signed-in' && loginOf(next.session.login, sampleLogins);
    if (signedIn) {
      opened.current = signedIn;
      changeAddress(fragmentWithSample(signedIn.id), history.state);
    }
    return isShown;
  }

  const isAccountShown = visitor.state !== 'signing-in' || visitor.initialValues !== undefined;
  return (
    <>
      <SampleBar
        logins={sampleLogins}
        current={isAccountShown ? chosen : undefined}
        isUnknown={name !== '' && !named}
        onChoose={choose}
        onLeave={() => changeAddress(location.pathname + location.search, outsideSample)}
      />
      <Screens plexTv={plexTv} visit={visit} visitor={visitor} showVisitor={showNext} isReturn />
    </>
  );
}

/** Keeps the sample in the address when a link leads to a section of the account. */
function useSampleInLinks(name: string) {
  const addSample = useEffectEvent(() => {
    const isNewEntry = history.state === null && location.hash !== '' && sampleInFragment() === undefined;
    if (isNewEntry) history.replaceState(null, '', fragmentWithSample(name));
  });
  // A link changes the address by itself. The capture phase comes before everything else that reads the address.
  useEffect(() => {
    const onHashChange = () => addSample();
    addEventListener('hashchange', onHashChange, { capture: true });
    return () => removeEventListener('hashchange', onHashChange, { capture: true });
  }, []);
}

/** The login of the account that was signed in to by the form. */
function loginOf(emailOrUsername: string, logins: readonly SampleLogin[]): SampleLogin | undefined {
  return logins.find(({ kind, login }) => kind === 'account' && login === emailOrUsername);
}
