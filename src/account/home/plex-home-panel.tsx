import { plexHomeUrl } from '../../plex/plex-pages.ts';
import { emptyCount, Facts, FieldList } from '../../ui/facts.tsx';
import { Fold } from '../../ui/fold.tsx';
import { Answer, Panel } from '../../ui/panel.tsx';
import { Terms } from '../../ui/terms.tsx';
import type { LazyPanelProps } from '../facts/panel-props.ts';
import { SourceState } from '../sources/source-state.tsx';
import type { SourceWords } from '../sources/source-words.ts';
import { StaleSource } from '../sources/stale-source.tsx';
import { MemberList } from './member-list.tsx';
import { plexHomeView } from './plex-home.ts';
import { plexHomeTerms } from './plex-home-terms.ts';

const words: SourceWords = {
  what: 'who is in your Home',
  failed: 'The people in your Home could not be read.',
  link: { href: plexHomeUrl, text: 'Plex Home at plex.tv' },
};

export function PlexHomePanel({ account, access, id, title }: LazyPanelProps) {
  const { sources, onNear, hasPictures } = access;
  const { answer, remarks, isPersonal, aside, seats, highlights, members, facts } = plexHomeView(account, sources);
  return (
    <Panel id={id} title={title} aside={aside}>
      <Answer remarks={remarks} isPersonal={isPersonal}>
        {answer}
      </Answer>
      {seats && <Seats {...seats} />}
      <Facts facts={highlights} />
      <StaleSource source={sources.home} />
      <div className="rows">
        {members ? (
          <MemberList members={members} hasPictures={hasPictures} />
        ) : (
          <div className="pb-4">
            <SourceState source={sources.home} name="home" rows={account.homeSize ?? 1} {...{ words, onNear }} />
          </div>
        )}
        <Fold title={`All ${facts.length} fields`} count={emptyCount(facts)}>
          <FieldList facts={facts} />
          <Terms terms={plexHomeTerms} />
        </Fold>
      </div>
    </Panel>
  );
}

/** Hidden from assistive technology: the line above says the same. */
function Seats({ taken, all }: { taken: number; all: number }) {
  return (
    <div aria-hidden="true" className="flex max-w-130 gap-1">
      {Array.from({ length: all }, (_, seat) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: a seat has no identity but its number
          key={seat}
          className={`seat h-2.5 flex-1 rounded-sm border ${seat < taken ? 'seat-taken border-text bg-text' : 'border-edge'}`}
        />
      ))}
    </div>
  );
}
