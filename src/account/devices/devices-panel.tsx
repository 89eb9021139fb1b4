import './devices.css';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { authorizedDevicesUrl } from '../../plex/plex-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Answer } from '../../ui/panel.tsx';
import type { LazyPanelProps } from '../facts/panel-props.ts';
import { SourcePanel } from '../sources/source-panel.tsx';
import { AllDevices } from './all-devices.tsx';
import { ChoiceBar } from './choice-bar.tsx';
import { ConfirmSignOut } from './confirm-sign-out.tsx';
import type { Choice } from './device-choice.ts';
import { devicesView } from './devices.ts';
import { canSignOutAny, devicesOf, type PlanLine, planSignOut, toggleIds } from './sign-out-plan.ts';
import { SignOutProgress } from './sign-out-progress.tsx';

const words = {
  what: 'which devices are signed in',
  failed: 'Your devices could not be read.',
  link: { href: authorizedDevicesUrl, text: 'Devices at plex.tv' },
};

type DevicesPanelProps = LazyPanelProps & {
  /** The list of servers with their details. */
  servers?: ReactNode;
  /** Whether `servers` replaces the devices that are servers, unless the person chooses devices. */
  hasAllServers?: boolean;
};

type Mode =
  | { name: 'reading' }
  | { name: 'choosing'; chosenIds: ReadonlySet<string> }
  | { name: 'confirming'; chosenIds: ReadonlySet<string> };

/** The apps and servers that are signed in to the account, and a way to sign several of them out. */
export function DevicesPanel({ id, title, now, access, servers, hasAllServers = false }: DevicesPanelProps) {
  const { sources, onNear, clientIdentifier, deviceSignOut } = access;
  const source = sources.devices;
  const view =
    source.state === 'ready' ? devicesView(source, { thisClientIdentifier: clientIdentifier, now }) : undefined;
  const [mode, setMode] = useState<Mode>({ name: 'reading' });
  const [confirmedLines, setConfirmedLines] = useState<readonly PlanLine[]>([]);
  const opener = useRef<HTMLButtonElement>(null);
  const chosenIds = mode.name === 'reading' ? undefined : mode.chosenIds;
  const plan = view && chosenIds && planSignOut(view, chosenIds);
  const canChoose = view !== undefined && canSignOutAny(view);

  const onToggle = useCallback((ids: readonly string[]) => {
    setMode((current) =>
      current.name === 'reading' ? current : { name: 'choosing', chosenIds: toggleIds(current.chosenIds, ids) },
    );
  }, []);
  const choice = useMemo((): Choice | undefined => chosenIds && { chosenIds, onToggle }, [chosenIds, onToggle]);

  /** The button disappears, so the first box gets the focus. */
  function beginChoice() {
    flushSync(() => setMode({ name: 'choosing', chosenIds: new Set() }));
    document.getElementById(id)?.querySelector<HTMLElement>('input[type="checkbox"]')?.focus();
  }

  /** The button appears again and gets the focus. */
  function endChoice() {
    flushSync(() => setMode({ name: 'reading' }));
    opener.current?.focus();
  }

  function startSignOut(lines: readonly PlanLine[]) {
    setConfirmedLines(lines);
    setMode({ name: 'reading' });
    deviceSignOut.start(devicesOf(lines));
  }

  function closeProgress() {
    deviceSignOut.close();
    opener.current?.focus();
  }

  return (
    <>
      <SourcePanel
        {...{ id, title, source, words, onNear }}
        name="devices"
        rows={10}
        fallback={servers && <div className="device-servers empty:hidden">{servers}</div>}
        aside={
          choice
            ? 'Choose what to sign out'
            : canChoose && (
                <Button ref={opener} variant="small" className="text-text print:hidden" onClick={beginChoice}>
                  Sign out devices…
                </Button>
              )
        }
      >
        {() =>
          view && (
            <>
              <Answer remarks={view.remarks}>{view.answer}</Answer>
              <AllDevices view={view} choice={choice} servers={servers} hasAllServers={hasAllServers} />
            </>
          )
        }
      </SourcePanel>
      {plan && chosenIds && (
        <ChoiceBar plan={plan} onCancel={endChoice} onSignOut={() => setMode({ name: 'confirming', chosenIds })} />
      )}
      {plan && mode.name === 'confirming' && (
        <ConfirmSignOut
          plan={plan}
          hasThisBrowser={view.hasThisBrowser}
          onConfirm={startSignOut}
          onClose={() => setMode({ name: 'choosing', chosenIds: mode.chosenIds })}
        />
      )}
      {deviceSignOut.run && (
        <SignOutProgress
          run={deviceSignOut.run}
          control={deviceSignOut}
          lines={confirmedLines}
          onClose={closeProgress}
        />
      )}
    </>
  );
}
