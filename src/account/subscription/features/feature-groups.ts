import { featureMeanings } from './feature-meanings.ts';

export type Feature = {
  /** As plex.tv wrote it. */
  key: string;
  /** Undefined if the key is unknown or its name has no clear meaning. */
  meaning: string | undefined;
  /** Whether a text calls the feature a perk, or the meaning is only inferred from the name. */
  source: 'stated' | 'inferred' | undefined;
};

export type FeatureGroup = { title: string; features: Feature[] };

type KnownFeature = Omit<Feature, 'key'> & { group: string };

const unknownGroup = 'Not known to this page';
const statedPrefix = '* ';

let table: Map<string, KnownFeature> | undefined;

/**
 * The features that are on for an account, by group. Keys are unchanged and in the received order; unknown keys form
 * the last group. This is not a list of what a Plex Pass includes, because perks and rollout flags are mixed.
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

/** A Map, because keys come from plex.tv: `__proto__` must count as unknown. */
function readTable(): Map<string, KnownFeature> {
  const rows = featureMeanings.flatMap(([group, lines]) => {
    return lines
      .trim()
      .split('\n')
      .map((line) => readLine(line, group));
  });
  return new Map(rows);
}

function readLine(line: string, group: string): [key: string, known: KnownFeature] {
  const isStated = line.startsWith(statedPrefix);
  const [key = '', meaning] = (isStated ? line.slice(statedPrefix.length) : line).split(': ');
  if (meaning === undefined) return [key, { group, meaning, source: undefined }];
  return [key, { group, meaning, source: isStated ? 'stated' : 'inferred' }];
}
