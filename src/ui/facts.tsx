import { Fragment, type ReactNode } from 'react';
import { cutText } from './cut-text.ts';
import { ExternalLink } from './external-link.tsx';
import { type Tone, ToneIcon, toneText } from './icon.tsx';
import { SecretValue } from './secret-value.tsx';
import { usePaged } from './use-paged.tsx';

export type FactValue = {
  text: string;
  /** The value is missing, empty or not sent. */
  isEmpty?: boolean;
  /** The server left the value out. */
  isNotSent?: boolean;
  /** Identifies a person. Blurred in screen-share mode. */
  isPersonal?: boolean | undefined;
  /** A label after the value, such as for an unexpected one. */
  mark?: string | undefined;
  /** A remark below the value. */
  note?: string | undefined;
  /** Whether the note holds names or addresses. */
  isNotePersonal?: boolean | undefined;
  /** A judgement, shown as an icon and a colour. */
  tone?: Tone;
  /** Screen readers read `exact`, and it is the tooltip. */
  time?: { iso: string; exact: string };
  items?: readonly string[];
  href?: string;
  reveal?: () => string;
};

export type Fact = {
  label: string;
  /** Whether the label holds a name. */
  isLabelPersonal?: boolean | undefined;
  value: FactValue;
  /** The name of the value in the server's reply. It is also the `data-fact` of the row, so that a link can find it. */
  path?: string;
};

/** Up to eight labels and values, in a grid of four columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <dl className="quarters gap-y-4">
      {facts.map(({ label, isLabelPersonal, value, path }, index) => (
        <div
          data-fact={path}
          // biome-ignore lint/suspicious/noArrayIndexKey: two unknown keys may have the same label
          key={index}
          className={`min-w-0 ${columnSpan(value)}`}
        >
          <dt className={`text-fine text-muted ${isLabelPersonal ? 'personal' : ''}`}>{label}</dt>
          <dd>
            <FactText label={label} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Long lists take the whole width. On a phone, long words take two columns. */
function columnSpan({ items, text }: FactValue): string {
  if (items && items.length > 6) return 'col-span-full';
  return /\S{16}/.test(text) ? '@max-2xl:col-span-2' : '';
}

/** All fields of a panel: one row for each value, and one sentence for all values that are empty or "No". */
export function FieldList({ facts, children }: { facts: readonly Fact[]; children?: ReactNode }) {
  const rows = facts.filter((fact) => !isFolded(fact));
  return (
    <>
      {rows.length > 0 && (
        <dl className="fields">
          {rows.map(({ label, isLabelPersonal, value, path }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two unknown keys may have the same label
            <div key={index} data-fact={path}>
              <dt className={`text-muted ${isLabelPersonal ? 'personal' : ''}`}>{label}</dt>
              <dd>
                <div className="min-w-0">
                  <FactText label={label} value={value} />
                </div>
                {path && <code className="font-mono text-fine text-muted">{path}</code>}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {children}
      <FoldedFields facts={facts.filter(isFolded)} />
    </>
  );
}

/** "5 fields are empty: … 2 are “No”: …" */
function FoldedFields({ facts }: { facts: readonly Fact[] }) {
  const notSent = facts.filter(({ value }) => value.isNotSent);
  const empty = facts.filter(({ value }) => value.isEmpty && !value.isNotSent);
  const no = facts.filter(({ value }) => !value.isEmpty);
  const groups = [
    { facts: empty, intro: empty.length === 1 ? '1 field is empty' : `${empty.length} fields are empty` },
    { facts: no, intro: no.length === 1 ? '1 is “No”' : `${no.length} are “No”` },
    { facts: notSent, intro: 'plex.tv did not say' },
  ].filter((group) => group.facts.length > 0);
  if (groups.length === 0) return null;
  return (
    <p className="text-fine text-muted">
      {groups.map(({ intro, facts: inGroup }, index) => (
        <span key={intro}>
          {index > 0 && ' '}
          {intro}:{' '}
          {inGroup.map(({ label, path }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two unknown keys may have the same label
            <Fragment key={place}>
              {place > 0 && ', '}
              <bdi data-fact={path}>{label}</bdi>
            </Fragment>
          ))}
          .
        </span>
      ))}
    </p>
  );
}

function isFolded({ value }: Fact): boolean {
  return !value.mark && !value.note && (value.isEmpty === true || value.text === 'No');
}

/** "5 empty" */
export function emptyCount(facts: readonly Fact[]): string | undefined {
  const count = facts.filter(({ value }) => value.isEmpty && !value.mark).length;
  return count > 0 ? `${count} empty` : undefined;
}

export function FactText({ label, value }: Fact) {
  return (
    <>
      {value.tone && (
        <span className={`me-1 ${toneText[value.tone]}`}>
          <ToneIcon tone={value.tone} />
        </span>
      )}
      <span className={`${value.isPersonal ? 'personal' : ''} ${value.tone ? toneText[value.tone] : ''}`}>
        <FactBody label={label} value={value} />
      </span>
      {value.mark && (
        <span className="ms-2 rounded bg-warn-ground px-1 text-fine font-semibold text-warn">{value.mark}</span>
      )}
      {value.note && (
        <span className={`block text-fine text-muted ${value.isNotePersonal ? 'personal' : ''}`}>{value.note}</span>
      )}
    </>
  );
}

function FactBody({ label, value }: Fact) {
  const { text, time, items, href, reveal, isEmpty, tone } = value;
  if (reveal) return <SecretValue label={label} reveal={reveal} />;
  if (items) return <ItemList items={items} />;
  if (time) {
    return (
      <time dateTime={time.iso} title={time.exact}>
        {text}
        <span className="sr-only">, exactly {time.exact}</span>
      </time>
    );
  }
  if (href) return <ExternalLink href={href}>{text}</ExternalLink>;
  if (isEmpty) return <bdi className="text-muted">{text}</bdi>;
  // Beside an icon, a clamped text would begin on the next line.
  return <LongText text={text} className={tone ? '' : 'line-clamp-6'} />;
}

/** A browser needs seconds to lay out megabytes of text. */
const maxTextLength = 20_000;

function LongText({ text, className }: { text: string; className: string }) {
  // A block inside `bdi` would be aligned by the direction of the text, not of the page.
  if (text.length <= maxTextLength) {
    return (
      <span className={className}>
        <bdi>{text}</bdi>
      </span>
    );
  }
  return (
    <>
      <span className={className}>
        <bdi>{cutText(text, maxTextLength)}</bdi>
      </span>
      <span className="block text-fine text-muted">{text.length - maxTextLength} more characters are left out.</span>
    </>
  );
}

function ItemList({ items }: { items: readonly string[] }) {
  const { shown, more } = usePaged(items, 200, { one: 'item', many: 'items' });
  return (
    <>
      <ul className="flex flex-wrap gap-x-2 gap-y-1">
        {shown.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: plex.tv may send an item twice, and the list never reorders
          <li key={index} className="min-w-0 rounded bg-sunken px-1.5">
            <bdi>{cutText(item, maxTextLength)}</bdi>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}
