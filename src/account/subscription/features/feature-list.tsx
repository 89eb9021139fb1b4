import { ChevronDown } from 'lucide';
import { useMemo, useState } from 'react';
import { Icon } from '../../../ui/icon.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { usePaged } from '../../../ui/use-paged.tsx';
import { type Feature, type FeatureGroup, featureGroups } from './feature-groups.ts';

/** Features by group. A group opens on click, or while a filter is set. */
export function FeatureList({ keys }: { keys: readonly string[] }) {
  const groups = useMemo(() => featureGroups(keys), [keys]);
  const [filter, setFilter] = useState('');
  const query = filter.trim().toLowerCase();
  const found = groups.flatMap(({ title, features }) => {
    const matching = features.filter(({ key, meaning }) => `${key} ${meaning}`.toLowerCase().includes(query));
    return matching.length > 0 ? { title, features: matching } : [];
  });
  const count = found.reduce((sum, { features }) => sum + features.length, 0);
  return (
    <div className="grid gap-2">
      <TextField
        label="Filter features"
        type="search"
        value={filter}
        onChange={(event) => setFilter(event.target.value)}
      />
      <p role="status" className="text-muted">
        {count} {count === 1 ? 'feature' : 'features'}
        {query && ' match'}
      </p>
      <div className="features">
        {found.map((group) => (
          <Group key={`${group.title} ${query === ''}`} {...group} isOpen={query !== ''} />
        ))}
      </div>
      <p className="text-fine text-muted">
        Switches that Plex sets for an account. Perks and experiments are mixed, so this is no list of what a Plex Pass
        includes. A meaning marked “stated” comes from Plex or another client; the others are guessed from the name.
      </p>
    </div>
  );
}

function Group({ title, features, isOpen }: FeatureGroup & { isOpen: boolean }) {
  const { shown, more } = usePaged(features, 100, { one: 'feature', many: 'features' });
  return (
    <details open={isOpen} className="fold">
      <summary>
        <span className="flex-1">{title}</span> <span className="fold-count">{features.length}</span>
        <Icon node={ChevronDown} />
      </summary>
      <ul className="grid gap-2 pt-1 pb-4">
        {shown.map((feature, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: plex.tv may send a feature twice, and the list never reorders
          <Row key={index} feature={feature} />
        ))}
      </ul>
      {more}
    </details>
  );
}

function Row({ feature: { key, meaning, source } }: { feature: Feature }) {
  return (
    <li data-fact={`feature ${key}`}>
      <bdi className="line-clamp-3">{meaning ?? key}</bdi>
      <span className="text-fine text-muted">
        {meaning && <bdi className="font-mono">{key}</bdi>} {source === 'stated' && '· stated'}
      </span>
    </li>
  );
}
