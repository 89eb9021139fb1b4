import type { ReactNode } from 'react';
import type { Source, SourceName } from '../../plex/access/sources.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { SourceState } from './source-state.tsx';
import type { SourceWords } from './source-words.ts';
import { StaleSource } from './stale-source.tsx';

type SourcePanelProps<Data> = {
  id: string;
  title: string;
  source: Source<Data>;
  name: SourceName;
  words: SourceWords;
  onNear: (name: SourceName) => void;
  /** How many rows to draw while waiting: the usual number. */
  rows: number;
  /** A count or an action at the end of the title's line, when the data has arrived. */
  aside?: ReactNode;
  children: (data: Data) => ReactNode;
  /** The data of another source, to show when this source has failed. */
  fallback?: ReactNode;
};

/** A panel with a request of its own. Shows the data, or the state of the request. */
export function SourcePanel<Data>(props: SourcePanelProps<Data>) {
  const { id, title, source, name, words, onNear, rows, aside, children, fallback } = props;
  const { link } = words;
  const hasLink = link && source.state !== 'ready' && source.state !== 'waiting';
  return (
    <Panel
      id={id}
      title={title}
      aside={
        (source.state === 'waiting' && <WaitingForPlexTv />) ||
        (hasLink && <ExternalLink href={link.href}>{link.text}</ExternalLink>) ||
        (source.state === 'ready' && aside)
      }
    >
      <SourceState {...{ source, name, words, onNear, rows }} isAnswer />
      {source.state === 'ready' && (
        <>
          <StaleSource source={source} />
          {children(source.data)}
        </>
      )}
      {source.state !== 'ready' && source.state !== 'waiting' && fallback}
    </Panel>
  );
}

function WaitingForPlexTv() {
  return (
    <span className="animate-arrive flex items-center gap-2 print:hidden">
      <Spinner /> Waiting for plex.tv
    </span>
  );
}
