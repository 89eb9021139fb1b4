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

/** The code of the panels that load after the account is drawn. Those whose turn has not come are missing. */
type LoadedPanels =
  | { state: 'loading' }
  | { state: 'failed'; retry: () => void }
  | { state: 'ready'; panels: Partial<LazyPanels> };

export const LazyPanelsContext = createContext<LoadedPanels>({ state: 'loading' });

type LazyPanelsProviderProps = {
  /** Whether the account is drawn. The code loads only then. */
  isWanted: boolean;
  children: ReactNode;
};

/** Loads the panels, and gives them to the sections one after the other. All at once take too long for one frame on a phone. */
export function LazyPanelsProvider({ isWanted, children }: LazyPanelsProviderProps) {
  const [loaded, setLoaded] = useState<LoadedPanels>({ state: 'loading' });
  const total = loaded.state === 'ready' ? Object.keys(loaded.panels).length : 0;
  const count = useStepCount(loaded.state === 'ready', { first: 1, perStep: 1, total });

  // Code loads outside React.
  useEffect(() => {
    if (!isWanted) return;
    let isOver = false;
    const show = (result: LoadedPanels) => {
      if (!isOver) startTransition(() => setLoaded(result));
    };
    const load = () =>
      import('./lazy-panels.tsx').then(
        ({ lazyPanels }) => show({ state: 'ready', panels: lazyPanels }),
        () => show({ state: 'failed', retry: load }),
      );
    void load();
    return () => {
      isOver = true;
    };
  }, [isWanted]);

  const given = useMemo(() => {
    if (loaded.state !== 'ready') return loaded;
    return { ...loaded, panels: Object.fromEntries(Object.entries(loaded.panels).slice(0, count)) };
  }, [loaded, count]);
  return <LazyPanelsContext value={given}>{children}</LazyPanelsContext>;
}

/** The panels whose turn has come. */
function usePanels(): Partial<LazyPanels> {
  const loaded = use(LazyPanelsContext);
  return loaded.state === 'ready' ? loaded.panels : {};
}

type LazySectionProps = PanelProps & {
  name: 'PlexHomePanel' | 'DevicesPanel' | 'SharingPanel' | 'PrivacyPanel' | 'ServicesPanel' | 'EverythingPanel';
  /** How many grey rows to draw while the code loads. */
  rows: number;
};

function LazySection({ name, rows, id, title, ...props }: LazySectionProps) {
  const loaded = use(LazyPanelsContext);
  const LoadedPanel = usePanels()[name];
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
  const { account, access } = props;
  return <SecurityPanel {...props} breakInFold={<BreakInFold account={account} access={access} />} />;
}

function BreakInFold(props: Pick<PanelProps, 'account' | 'access'>) {
  const { BreakInFold: LoadedFold } = usePanels();
  return LoadedFold && <LoadedFold {...props} />;
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
