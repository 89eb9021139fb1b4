import type { OptOut } from '../../plex/access/opt-outs.ts';
import { type AccountSources, dataOf } from '../../plex/access/sources.ts';
import type { Webhook } from '../../plex/access/webhooks.ts';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { hiddenSecret } from '../facts/as-received.ts';
import { countOf } from '../facts/count-words.ts';
import { sourcePath } from '../facts/source-path.ts';

/** Plex's own online sources, by the last part of their keys. */
const onlineSources: Record<string, string> = {
  vod: 'Films and series of Plex',
  epg: 'Live TV guide',
  music: 'Music',
  news: 'News',
  podcasts: 'Podcasts',
  metadata: 'Discover',
};

const choices: Record<string, string> = {
  opt_in: 'On',
  opt_out: 'Off',
  opt_out_managed: 'Off for managed members',
};

const notSaid: FactValue = { text: 'plex.tv did not say', isEmpty: true, isNotSent: true };

/** The data about use that Plex and others get, from four sources. Each source may be missing. */
export function sharedData(sources: AccountSources) {
  const optOuts = dataOf(sources.optOuts);
  const webhooks = dataOf(sources.webhooks);
  return {
    highlights: [...factsOfUse(sources), ...(optOuts ? [onlineFact(optOuts)] : []), ...webhookFact(sources)],
    webhooks: (webhooks ?? []).map(webhookFacts),
    online: (optOuts ?? []).map(optOutFact),
    facts: recordedFacts(sources),
  };
}

function factsOfUse(sources: AccountSources): Fact[] {
  const sync = dataOf(sources.watchStateSync);
  const privacy = dataOf(sources.privacy);
  return [
    ...(sync
      ? [
          {
            label: 'Watch history',
            value: sync.consent === null ? notSaid : { text: sync.consent ? 'Kept by plex.tv' : 'Not kept by plex.tv' },
            path: sourcePath('watchStateSync', 'consent'),
          },
        ]
      : []),
    ...(privacy
      ? [
          {
            label: 'Playback data',
            value: sentUnless(privacy.optOutPlayback),
            path: sourcePath('privacy', 'optOutPlayback'),
          },
          {
            label: 'Library statistics',
            value: sentUnless(privacy.optOutLibraryStats),
            path: sourcePath('privacy', 'optOutLibraryStats'),
          },
        ]
      : []),
  ];
}

function sentUnless(hasOptedOut: boolean | null): FactValue {
  if (hasOptedOut === null) return notSaid;
  return hasOptedOut ? { text: 'Not sent to Plex', note: 'You opted out' } : { text: 'Sent to Plex' };
}

function isOff({ value }: OptOut): boolean {
  return value?.startsWith('opt_out') ?? false;
}

function onlineFact(optOuts: readonly OptOut[]): Fact {
  const offCount = optOuts.filter(isOff).length;
  return {
    label: 'Online sources',
    value: optOuts.length === 0 ? notSaid : { text: `${offCount} of ${optOuts.length} switched off` },
    path: sourcePath('optOuts', 'count'),
  };
}

/** Without a Plex Pass there are no webhooks, so a refusal is an answer. */
function webhookFact({ webhooks }: AccountSources): Fact[] {
  const label = 'Your webhooks';
  const path = sourcePath('webhooks', 'webhooks');
  if (webhooks.state === 'unavailable' && webhooks.reason === 'needs-plex-pass') {
    return [{ label, value: { text: 'None', note: 'They need a Plex Pass' }, path }];
  }
  if (webhooks.state !== 'ready') return [];
  const hosts = [...new Set(webhooks.data.map(({ host }) => host ?? 'an invalid address'))];
  if (hosts.length === 0)
    return [{ label, value: { text: 'None', note: 'plex.tv tells no address what you play' }, path }];
  const shown = hosts.length > 3 ? [...hosts.slice(0, 3), `${hosts.length - 3} more`] : hosts;
  return [
    {
      label,
      value: {
        text: countOf(webhooks.data.length, 'address', 'addresses'),
        note: shown.join(', '),
        isNotePersonal: true,
      },
      path,
    },
  ];
}

export type WebhookRow = { path: string; host: string; isUnencrypted: boolean; url: FactValue };

function webhookFacts({ url, host, isEncrypted }: Webhook, index: number): WebhookRow {
  return {
    path: sourcePath('webhooks', `webhooks[${index}].url`),
    host: host ?? 'Not a web address',
    isUnencrypted: isEncrypted === false,
    url: url ? hiddenSecret(url) : notSaid,
  };
}

function optOutFact({ key, value }: OptOut, index: number): Fact {
  const name = key?.split('.').at(-1) ?? '';
  const choice = value !== null && Object.hasOwn(choices, value) ? choices[value] : undefined;
  return {
    label: (Object.hasOwn(onlineSources, name) && onlineSources[name]) || key || 'Source without a name',
    value: choice ? { text: choice } : { text: value ?? 'plex.tv did not say', mark: 'as plex.tv wrote it' },
    path: sourcePath('optOuts', `optOut[${index}]`),
  };
}

/** The events that Plex records, grouped by how it records them. */
function recordedFacts({ privacy }: AccountSources): Fact[] {
  const { metrics = [], domain = null } = dataOf(privacy) ?? {};
  const words: Record<string, string> = {
    identifiable: 'with your account',
    anonymous: 'anonymously',
    off: 'not at all',
  };
  const counts = new Map<string, number>();
  for (const { status } of metrics) {
    const word = (status !== null && Object.hasOwn(words, status) && words[status]) || `as “${status}”`;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const text = [...counts].map(([word, count]) => `${count} ${word}`).join(', ');
  return [
    ...(text ? [{ label: 'Kinds of event recorded', value: { text }, path: sourcePath('privacy', 'metrics') }] : []),
    ...(domain ? [{ label: 'Sent to', value: { text: domain }, path: sourcePath('privacy', 'domain') }] : []),
  ];
}
