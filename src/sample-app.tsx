import { type ComponentType, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { chooseSample, createSample } from './open-sample.ts';
import type { PlexClient } from './plex/http/client.ts';
import type { ScreensProps } from './screens.tsx';
import type { SampleLogin } from './session/session.ts';
import { SampleBar } from './sign-in/sample-bar.tsx';
import { useVisitor, type Visitor } from './visitor.ts';

type SampleAppProps = {
  client: PlexClient;
  /** The code of the sample. It loads beside this component. */
  sample: { createSample: typeof createSample; chooseSample: typeof chooseSample };
  /** A prop, because with an import the bundler would split the first load into more files. */
  Screens: ComponentType<ScreensProps>;
  /** The account in the address. */
  name: string;
  /** Puts another account into the address. */
  onChange: (name: string) => void;
  onLeave: () => void;
};

/** The app with the sample plex.tv, which runs in this page. */
export function SampleApp({ client, sample, Screens, name, onChange, onLeave }: SampleAppProps) {
  const [plexTv] = useState(() => sample.createSample(client));
  const { sampleLogins } = plexTv;
  const { visit, visitor, showVisitor } = useVisitor(() => ({ state: 'opening' }));
  const opened = useRef<SampleLogin>(undefined);
  const named = sampleLogins.find(({ id }) => id === name);
  const chosen = named ?? sampleLogins[0];

  async function open(login: SampleLogin) {
    opened.current = login;
    const next = await sample.chooseSample(plexTv, login);
    if (opened.current === login) showVisitor(next);
  }
  const openChosen = useEffectEvent(() => {
    if (chosen && opened.current !== chosen) void open(chosen);
  });
  // Back, Forward and links choose an account too, by the address.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the account in the address is the trigger
  useEffect(() => openChosen(), [chosen]);

  function choose(login: SampleLogin) {
    void open(login);
    onChange(login.id);
  }

  function showNext(next: Visitor): boolean {
    const isShown = showVisitor(next);
    const signedIn = isShown && next.state === 'signed-in' && loginOf(next.session.login, sampleLogins);
    if (signedIn) {
      opened.current = signedIn;
      onChange(signedIn.id);
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
        onLeave={onLeave}
      />
      <Screens plexTv={plexTv} visit={visit} visitor={visitor} showVisitor={showNext} isReturn />
    </>
  );
}

/** The login of the account that was signed in to by the form. */
function loginOf(emailOrUsername: string, logins: readonly SampleLogin[]): SampleLogin | undefined {
  return logins.find(({ kind, login }) => kind === 'account' && login === emailOrUsername);
}
