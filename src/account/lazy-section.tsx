import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import { loadErrorWords } from '../plex/errors/load-error.ts';
import { Button } from '../ui/button.tsx';
import { Answer, Panel } from '../ui/panel.tsx';
import { SkeletonRows } from '../ui/skeleton-rows.tsx';
import type { PanelProps } from './facts/panel-props.ts';
import type { LazyPanels } from './lazy-panels.tsx';
import { SecurityPanel } from './security/security-panel.tsx';
import { useStepCount } from './use-step-count.ts';

/** The code of the panels that load after the account is drawn. */
type LoadedPanels =
  | { state: 'loading' }
  | { state: 'failed'; retry: () => void }
  | { state: 'ready'; panels: LazyPanels; shownCount: number };

export const LazyPanelsContext = createContext<LoadedPanels>({ state: 'loading' });

/** @param isWanted whether the account is drawn. The code loads only then. */
export function useLazyPanels(isWanted: boolean): LoadedPanels {
  const [loaded, setLoaded] = useState<LoadedPanels>({ state: 'loading' });
  // All of them at once take too long for one frame on a phone.
  const all = loaded.state === 'ready' ? Object.keys(loaded.panels).length : 0;
  const shownCount = useStepCount(loaded.state === 'ready', { first: 0, perStep: 1, all });

  // Code loads outside React.
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    const show = (result: LoadedPanels) => {
      if (!isOver) startTransition(() => setLoaded(result));
    };
    const load = () =>
      import('./lazy-panels.tsx').then(
        ({ lazyPanels }) => show({ state: 'ready', panels: lazyPanels, shownCount: 0 }),
        () => show({ state: 'failed', retry: load }),
      );
    void load();
    return () => {
      isOver = true;
    };
  }, [isWanted]);

  return useMemo(() => (loaded.state === 'ready' ? { ...loaded, shownCount } : loaded), [loaded, shownCount]);
}

/** The code of a panel, when it is its turn. */
function usePanel<Name extends keyof LazyPanels>(name: Name): LazyPanels[Name] | undefined {
  const loaded = use(LazyPanelsContext);
  if (loaded.state !== 'ready') return undefined;
  const isShown = Object.keys(loaded.panels).indexOf(name) < loaded.shownCount;
  return isShown ? loaded.panels[name] : undefined;
}

type LazySectionProps = PanelProps & {
  name: 'PlexHomePanel' | 'DevicesPanel' | 'SharingPanel' | 'PrivacyPanel' | 'ServicesPanel' | 'EverythingPanel';
  /** How many grey rows to draw while the code loads. */
  rows: number;
};

function LazySection({ name, rows, id, title, ...props }: LazySectionProps) {
  const loaded = use(LazyPanelsContext);
  const LoadedPanel = usePanel(name);
  if (LoadedPanel) return <LoadedPanel id={id} title={title} {...props} />;
  return (
    <Placeholder id={id} title={title}>
      {loaded.state === 'failed' ? <NotLoaded onRetry={loaded.retry} /> : <SkeletonRows count={rows} />}
    </Placeholder>
  );
}

/** Shown while the code loads. If it has the focus, such as after a link to the section, the panel gets it. */
function Placeholder({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  // Only the document knows where the focus is, and the change would lose it.
  useLayoutEffect(
    () => () => {
      const hasFocus = document.getElementById(id)?.contains(document.activeElement);
      if (hasFocus) queueMicrotask(() => document.getElementById(id)?.querySelector('h2')?.focus());
    },
    [id],
  );
  return (
    <Panel id={id} title={title}>
      {children}
    </Panel>
  );
}

export function SecuritySection(props: PanelProps) {
  const BreakInFold = usePanel('BreakInFold');
  const { account, access } = props;
  return <SecurityPanel {...props} breakInFold={BreakInFold && <BreakInFold account={account} access={access} />} />;
}

export function PlexHomeSection(props: PanelProps) {
  return <LazySection {...props} name="PlexHomePanel" rows={props.account.homeSize ?? 1} />;
}

export function DevicesSection(props: PanelProps) {
  return <LazySection {...props} name="DevicesPanel" rows={10} />;
}

export function SharingSection(props: PanelProps) {
  return <LazySection {...props} name="SharingPanel" rows={5} />;
}

export function ServicesSection(props: PanelProps) {
  return <LazySection {...props} name="ServicesPanel" rows={3} />;
}

export function EverythingSection(props: PanelProps) {
  return <LazySection {...props} name="EverythingPanel" rows={1} />;
}

export function PrivacySection(props: PanelProps) {
  return <LazySection {...props} name="PrivacyPanel" rows={4} />;
}

function NotLoaded({ onRetry }: { onRetry: () => void }) {
  const { what, why } = loadErrorWords.loadFailed;
  return (
    <>
      <Answer remarks={[why]}>{what}</Answer>
      <p className="print:hidden">
        <Button onClick={onRetry}>Try again</Button>
      </p>
    </>
  );
}
