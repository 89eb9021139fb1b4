import { type Fact, Facts } from '../ui/facts.tsx';
import { usePaged } from '../ui/use-paged.tsx';

type RecordListProps = { records: readonly { title: string; facts: Fact[] }[]; noun: string };

/** Subscriptions, past subscriptions or trials: each a headed list of facts. */
export function RecordList({ records, noun }: RecordListProps) {
  const { shown, more } = usePaged(records, 10, noun);
  return (
    <>
      <ol className="grid gap-6">
        {shown.map(({ title, facts }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: plex.tv gives records no id, and the list never reorders
          <li key={index} className="grid gap-3 border-l-2 border-line pl-4">
            <h3 className="font-semibold">
              <bdi>{title}</bdi>
            </h3>
            <Facts facts={facts} />
          </li>
        ))}
      </ol>
      {more}
    </>
  );
}
