import { render } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { readDevices } from '../../plex/access/devices.ts';
import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { PlexError } from '../../plex/errors/plex-error.ts';
import { sampleLogins } from '../../sample/sample-logins.ts';
import { accessWith } from '../../test/access.ts';
import { accountFrom } from '../../test/account-from.ts';
import { fullReply } from '../../test/full-reply.ts';
import { sampleSession } from '../../test/sample-session.ts';
import { sampleSources } from '../../test/sample-sources.ts';
import { secretsIn } from '../../test/secrets-in.ts';
import { sourcesWith, waitingSources } from '../../test/sources.ts';
import { WithLazyPanels } from '../../test/with-lazy-panels.tsx';
import { DevicesPanel } from '../devices/devices-panel.tsx';
import type { SessionSummary } from '../facts/panel-props.ts';
import { sections } from '../sections.tsx';
import { Statement } from '../statement.tsx';
import type { Findable } from './findable-rows.ts';
import { findablesOf } from './findables.ts';
import { findRow } from './go-to-findable.ts';

const now = new Date('2026-11-25T22:38:00Z');
const session: SessionSummary = {
  method: 'password',
  actualStorage: 'tab',
  end: { kind: 'known', at: new Date('2026-12-09T22:38:00Z') },
  device: 'Firefox on Linux',
};

const replies: [name: string, reply: () => Promise<object>][] = [
  ['every known key', async () => fullReply],
  ...sampleLogins
    .filter(({ kind }) => kind === 'account')
    .map(({ login }): [string, () => Promise<object>] => [login, async () => (await sampleSession(login)).reply]),
];

describe.each(replies)('the account with %s', (_, reply) => {
  test('shows on its page everything that Find finds', async () => {
    const account = accountFrom(await reply());
    const { container } = renderStatement(account);
    // The list of everything shows its first rows, and any other row with a filter.
    const found = [...findablesOf({ account, sources: waitingSources, now, session, sections })];
    const findables = found.filter(({ group }) => group !== 'keys');
    const missing = findables.filter((findable) => {
      const shown = words(findRow(findable)?.textContent ?? '');
      return !shown.includes(words(findable.label)) || !shown.includes(words(visibleText(findable)).slice(0, 40));
    });
    expect(missing.map(({ sectionId, label, text, anchor }) => [sectionId, label, text, anchor])).toEqual([]);
    expect(container.querySelectorAll('dt').length).toBeGreaterThan(20);
  });

  test('lets Find find every label of its page', async () => {
    const account = accountFrom(await reply());
    const { container } = renderStatement(account);
    const labels = new Set(
      [...findablesOf({ account, sources: waitingSources, now, session, sections })].map(({ label }) => label),
    );
    const terms = [...container.querySelectorAll('dt')]
      .filter((term) => !term.closest('.service'))
      .map(({ textContent }) => textContent ?? '');
    expect(terms.filter((term) => !labels.has(term))).toEqual([]);
  });

  test('does not let Find hold a secret', async () => {
    const sent = await reply();
    const found = JSON.stringify([
      ...findablesOf({ account: accountFrom(sent), sources: waitingSources, now, session, sections }),
    ]);
    expect(secretsIn(sent).filter((secret) => secret.length >= 6 && found.includes(secret))).toEqual([]);
  });
});

function renderStatement(account: Account) {
  return render(
    <WithLazyPanels>
      <Statement account={account} now={now} session={session} access={accessWith()} isPainted />
    </WithLazyPanels>,
  );
}

/** The page shows a feature without "switched on", and lists empty values by their labels in one sentence. */
function visibleText({ group, text, isEmpty }: Findable): string {
  return group === 'features' || isEmpty || text === 'No' ? '' : (text.split(' (')[0] ?? '');
}

/** Letters and digits only: the page puts marks, units and spaces between the parts of a value. */
function words(text: string): string {
  return text.replace(/[^\p{L}\d]/gu, '').toLowerCase();
}

const failed = { state: 'failed', error: new PlexError('serverError'), failedAt: now, retry: () => {} } as const;

describe.each<[login: string, unread?: Partial<AccountSources>]>([
  ['mara@example.com'],
  ['tomas@example.com'],
  ['managed'],
  ['yusuf@example.com'],
  ['odd@example.com'],
  ['mara@example.com', { devices: failed, friends: failed }],
])('who has access to the account of %s', (login, unread) => {
  test('is on the page as Find finds it, and Find holds no secret', async () => {
    const { account, sources: sample, sent } = await sampleSources(login, now);
    const sources = { ...sample, ...unread };
    render(
      <WithLazyPanels>
        <Statement account={account} now={now} session={session} access={accessWith(sources)} isPainted />
      </WithLazyPanels>,
    );
    const found = [...findablesOf({ account, sources, now, session, sections })];
    const missing = found
      .filter(({ group }) => group !== 'keys')
      .filter((findable) => {
        const shown = words(findRow(findable)?.textContent ?? '');
        return !shown.includes(words(findable.label)) || !shown.includes(words(visibleText(findable)).slice(0, 40));
      });
    expect(missing.map(({ sectionId, label, text, anchor }) => [sectionId, label, text, anchor])).toEqual([]);
    const secrets = [...sent.matchAll(/(?:oken"?[:=]\s?"|\/plex\/)([\w-]{8,})/g)].map(([, secret = '']) => secret);
    const texts = JSON.stringify(found) + document.documentElement.outerHTML;
    expect(secrets.filter((secret) => texts.includes(secret))).toEqual([]);
  });
});

test('lists the devices whose rows are drawn, in the list and in the first folds', () => {
  const devices = Array.from(
    { length: 300 },
    (_, index) => `<Device name="Device ${index}" product="App ${index < 60 ? index : index % 5}" platform="tvOS"/>`,
  );
  const { data } = readDevices(`<MediaContainer>${devices.join('')}</MediaContainer>`);
  const account = accountFrom(fullReply);
  const sources = sourcesWith({ devices: data });
  render(<DevicesPanel id="devices" title="Devices" account={account} now={now} access={accessWith(sources)} />);
  const found = [...findablesOf({ account, sources, now, clientIdentifier: 'browser-1', sections })];
  const rows = found.filter(({ anchor }) => anchor.startsWith('devices['));
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter((row) => findRow(row) === undefined)).toEqual([]);
});

test('knows this browser among the devices, as the panel does', () => {
  const reply = readDevices('<MediaContainer><Device name="Chrome" clientIdentifier="this"/></MediaContainer>');
  const sources = sourcesWith({ devices: reply.data });
  const account = accountFrom(fullReply);
  const found = [...findablesOf({ account, sources, now, session, clientIdentifier: 'this', sections })];
  expect(found.map(({ text }) => text)).toContain('Only this browser is signed in as you.');
});

test('loses only the results of a panel whose view throws', () => {
  const failing = Object.defineProperty({ ...accountFrom(fullReply) }, 'services', {
    get: () => {
      throw new Error('a fault of this page');
    },
  });
  const found = [...findablesOf({ account: failing, sources: waitingSources, now, sections })].filter(
    ({ group }) => group === 'facts',
  );
  const ids = new Set(found.map(({ sectionId }) => sectionId));
  expect([...ids]).toEqual(sections.map(({ id }) => id));
  expect(found.filter(({ sectionId }) => sectionId === 'services').map(({ text }) => text)).toEqual(['Services']);
});
