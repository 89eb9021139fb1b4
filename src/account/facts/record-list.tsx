import { FieldList } from '../../ui/facts.tsx';
import { Fold } from '../../ui/fold.tsx';
import { type Noun, type Rows, usePaged } from '../../ui/use-paged.tsx';
import type { RecordView } from './record-view.ts';

/** One line for each record: its title, its end and its state. A click shows its fields. */
export function RecordList({ records, noun }: { records: Rows<RecordView>; noun: Noun }) {
  const { shown, more } = usePaged(records, 10, noun);
  if (records.length === 0) return null;
  return (
    <div className="rows">
      <ol>
        {shown.map((record, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: plex.tv gives records no id, and the list never reorders
          <li key={index}>
            <Fold
              title={
                <>
                  <bdi>{record.title}</bdi>
                  {record.until && <span className="font-normal text-muted"> {record.until}</span>}
                </>
              }
              count={record.state && <span className="max-sm:hidden">{record.state}</span>}
            >
              <FieldList facts={record.facts} />
            </Fold>
          </li>
        ))}
      </ol>
      {more}
    </div>
  );
}
