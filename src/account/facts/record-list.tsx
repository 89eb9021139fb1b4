import { Facts } from '../../ui/facts.tsx';
import { type Noun, usePaged } from '../../ui/use-paged.tsx';
import type { RecordView } from './record-view.ts';

/** A longer list starts closed. */
const maxOpenRecords = 2;

export function RecordList({ records, noun }: { records: readonly RecordView[]; noun: Noun }) {
  const { shown, more } = usePaged(records, 10, noun);
  return (
    <>
      <ol className="records grid gap-4">
        {shown.map((record, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: plex.tv gives records no id, and the list never reorders
          <li key={index} className="border-l-2 border-line pl-4">
            <details open={records.length <= maxOpenRecords}>
              <summary>
                <h3 className="inline font-semibold">
                  <bdi>{record.title}</bdi>
                </h3>
              </summary>
              <div className="pt-3">
                <Facts facts={record.facts} />
              </div>
            </details>
          </li>
        ))}
      </ol>
      {more}
    </>
  );
}
