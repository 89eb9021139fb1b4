import { ExternalLink } from './external-link.tsx';
import { SecretValue } from './secret-value.tsx';

export type FactValue = {
  text: string;
  /** The value is missing or empty. Shown in a muted colour. */
  isEmpty?: boolean;
  /** Identifies a person. Blurred in screen-share mode. */
  isPersonal?: boolean | undefined;
  /** A label after the value, such as for an unexpected one. */
  mark?: string | undefined;
  /** A remark below the value. */
  note?: string | undefined;
  /** Screen readers read `exact`, and it is the tooltip. */
  time?: { iso: string; exact: string };
  items?: readonly string[];
  href?: string;
  reveal?: () => string;
};

export type Fact = {
  label: string;
  value: FactValue;
  /** The place of the value in the account, such as `subscription.plan`. A link to the fact finds it by this path. */
  path?: string;
};

/** Labels and values: one pair per line in a narrow panel, otherwise two or three columns. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-3 gap-x-8 gap-y-4 @max-2xl:grid-cols-2 @max-md:grid-cols-1 @max-md:gap-y-0">
      {facts.map(({ label, value, path }, index) => (
        <div
          data-fact={path}
          // biome-ignore lint/suspicious/noArrayIndexKey: two unknown keys may have the same label
          key={index}
          className={`min-w-0 @max-md:grid @max-md:grid-cols-[2fr_3fr] @max-md:gap-3 @max-md:border-b @max-md:border-line @max-md:py-1.5 ${value.items && value.items.length > 6 ? 'col-span-full' : ''}`}
        >
          <dt className="min-w-0 text-fine text-muted @max-md:pt-0.5">{label}</dt>
          <dd className="min-w-0">
            <FactText label={label} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function FactText({ label, value }: Fact) {
  return (
    <>
      <span className={value.isPersonal ? 'personal' : undefined}>
        <FactBody label={label} value={value} />
      </span>
      {value.mark && (
        <span className="ml-2 rounded bg-warn-ground px-1 text-fine font-semibold text-warn">{value.mark}</span>
      )}
      {value.note && <span className="block text-fine text-muted">{value.note}</span>}
    </>
  );
}

function FactBody({ label, value }: Fact) {
  const { text, time, items, href, reveal, isEmpty } = value;
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
  return <bdi className={isEmpty ? 'text-muted' : 'line-clamp-6'}>{text}</bdi>;
}

function ItemList({ items }: { items: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-2 gap-y-1">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: plex.tv may send an item twice, and the list never reorders
        <li key={index} className="min-w-0 rounded bg-sunken px-1.5">
          <bdi>{item}</bdi>
        </li>
      ))}
    </ul>
  );
}
