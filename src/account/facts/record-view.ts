import type { Account } from '../../plex/account/account.ts';
import type { Fact } from '../../ui/facts.tsx';
import type { Rows } from '../../ui/use-paged.tsx';
import { asReceived } from './as-received.ts';
import { unexpectedFact } from './fact-builder.ts';

export type RecordView = {
  title: string;
  /** "until 1 July 2025" */
  until?: string | undefined;
  /** One word about what happened to it: "cancelled". */
  state?: string | undefined;
  facts: Fact[];
};

/** The views of records, each made when it is read. */
export function viewsOf<Item>(
  items: readonly Item[],
  toView: (item: Item, index: number) => RecordView,
): Rows<RecordView> {
  return {
    length: items.length,
    slice: (start, end) => items.slice(start, end).map((item, index) => toView(item, start + index)),
  };
}

export const asReceivedLabel = 'As plex.tv wrote it';

/** A value that plex.tv sent instead of a list of records. */
export function unexpectedList(path: string, account: Account): RecordView[] | undefined {
  const facts = unexpectedFact(account.unexpectedValues, path, asReceivedLabel);
  return facts.length > 0 ? [{ title: 'Not a list', facts }] : undefined;
}

/** A value that plex.tv sent instead of a record. */
export function unexpectedRecord(path: string, account: Account): RecordView | undefined {
  const facts = unexpectedFact(account.unexpectedValues, path, asReceivedLabel);
  return facts.length > 0 ? { title: 'Not a record', facts } : undefined;
}

/** The keys of a record that the schema does not know. */
export function unknownFacts(path: string, account: Account): Fact[] {
  const fields = account.unknownFields.filter((field) => field.path.startsWith(`${path}.`));
  return fields.map((field) => ({
    label: field.path.slice(path.length + 1),
    value: { ...asReceived(field.value), mark: 'unknown to this page', isPersonal: true },
  }));
}
