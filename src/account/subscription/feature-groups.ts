import { featureMeanings } from './feature-meanings.ts';

export type Feature = {
  /** As plex.tv wrote it. */
  key: string;
  /** Undefined when the name says nothing, or nobody knows the key. */
  meaning: string | undefined;
  /** Whether some text calls the feature a perk, or its meaning is only read off its name. */
  source: 'stated' | 'inferred' | undefined;
};

export type FeatureGroup = { title: string; features: Feature[] };

type Known = Omit<Feature, 'key'> & { group: string };

const unknownGroup = 'Not known to this page';
const stated = '* ';

let table: Map<string, Known> | undefined;

/**
 * The features switched on for an account, by what they are about. Every key stays as it came, in the order it came;
 * keys nobody knows make the last group. None of it tells what a Plex Pass brings: perks and rollout flags are mixed.
 */
export function featureGroups(features: readonly string[]): FeatureGroup[] {
  table ??= readTable();
  const groups = new Map<string, Feature[]>([...featureMeanings.map(([title]) => title), unknownGroup].map(emptyGroup));
  for (const key of features) {
    const { group, meaning, source } = table.get(key) ?? { group: unknownGroup };
    groups.get(group)?.push({ key, meaning, source });
  }
  return [...groups].flatMap(([title, inGroup]) => (inGroup.length > 0 ? { title, features: inGroup } : []));
}

function emptyGroup(title: string): [title: string, features: Feature[]] {
  return [title, []];
}

/** A Map, because keys come from outside: `__proto__` must be as unknown as any other. */
function readTable(): Map<string, Known> {
  const rows = featureMeanings.flatMap(([group, lines]) => {
    return lines
      .trim()
      .split('\n')
      .map((line) => readLine(line, group));
  });
  return new Map(rows);
}

function readLine(line: string, group: string): [key: string, known: Known] {
  const isStated = line.startsWith(stated);
  const [key = '', meaning] = (isStated ? line.slice(stated.length) : line).split(': ');
  if (meaning === undefined) return [key, { group, meaning, source: undefined }];
  return [key, { group, meaning, source: isStated ? 'stated' : 'inferred' }];
}
