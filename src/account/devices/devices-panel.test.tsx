import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type Device, readDevices } from '../../plex/access/devices.ts';
import { newDeviceSignOut } from '../../session/sources/device-sign-out.ts';
import { accessWith } from '../../test/access.ts';
import { accountFrom } from '../../test/account-from.ts';
import { fakeModalDialogs } from '../../test/fake-modal-dialogs.ts';
import { localNoon, unixNoon } from '../../test/local-noon.ts';
import { sourcesWith } from '../../test/sources.ts';
import type { DeviceSignOutControl } from '../facts/device-sign-out.ts';
import { DevicesPanel } from './devices-panel.tsx';

const device = (attributes: Record<string, string | number>) =>
  `<Device${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${value}"`)
    .join('')}/>`;

const recent = [
  { id: 1, name: 'Chrome', product: 'Account statement', clientIdentifier: 'browser-1' },
  { id: 2, name: 'Firefox', product: 'Plex Web', lastSeenAt: unixNoon('2026-11-03'), publicAddress: '203.0.113.80' },
  { id: 3, name: 'Tautulli', product: 'Tautulli', lastSeenAt: unixNoon('2026-03-12'), publicAddress: '198.51.100.24' },
  { id: 4, name: 'Attic', product: 'Plex Media Server', provides: 'server', lastSeenAt: unixNoon('2026-11-24') },
  { id: 5, name: 'Cabin', product: 'Plex Media Server', provides: 'server', lastSeenAt: unixNoon('2026-10-09') },
];
const unused = Array.from({ length: 12 }, (_, index) => ({
  id: 100 + index,
  name: `Old ${index + 1}`,
  product: 'Plex for LG',
  lastSeenAt: unixNoon('2019-05-02') + index,
}));
const all = [...recent, ...unused].map(device).join('');

function renderPanel(devices = all, control: Partial<DeviceSignOutControl> = {}) {
  fakeModalDialogs();
  const xml = `<MediaContainer publicAddress="198.51.100.24">${devices}</MediaContainer>`;
  const access = accessWith(sourcesWith({ devices: readDevices(xml).data }));
  const start = vi.fn<(devices: readonly Device[]) => void>();
  const deviceSignOut = { ...access.deviceSignOut, start, ...control };
  const props = { id: 'devices', title: 'Devices', account: accountFrom({}), now: localNoon('2026-11-25') };
  render(<DevicesPanel {...props} access={{ ...access, deviceSignOut }} />);
  return { user: userEvent.setup(), start, panel: within(screen.getByRole('region', { name: 'Devices' })) };
}

const names = (list: HTMLElement) =>
  within(list)
    .getAllByRole('listitem')
    .map((item) => /Chrome|Firefox|Tautulli|Attic|Cabin|Old \d+/.exec(item.textContent)?.[0]);

test('lists this browser, the apps, the long unused and the servers', () => {
  const { panel } = renderPanel();
  expect(
    panel.getByText('17 devices are signed in as you, and 12 of them have not been seen for over a year.'),
  ).toBeVisible();
  const apps = panel.getByRole('list', { name: 'Apps and devices' });
  expect(names(apps)).toEqual(['Chrome', 'Firefox', 'Tautulli']);
  expect(within(apps).getAllByText('This browser')).toHaveLength(1);
  expect(within(apps).getAllByText('Elsewhere')).toHaveLength(1);
  expect(names(panel.getByRole('list', { name: 'Servers' }))).toEqual(['Attic', 'Cabin']);
  expect(panel.getByText('12 not seen for over a year')).toBeVisible();
  expect(panel.queryByRole('checkbox')).toBeNull();
});

test('filters all devices, with those in the fold and the servers', async () => {
  const { user, panel } = renderPanel();
  const filter = panel.getByRole('searchbox', { name: 'Filter devices' });
  await user.type(filter, 'old 1');
  expect(panel.getByText('4 of 17 devices match')).toBeVisible();
  expect(names(panel.getByRole('list', { name: 'Apps and devices' }))).toEqual(['Old 12', 'Old 11', 'Old 10', 'Old 1']);
  await user.clear(filter);
  await user.type(filter, 'cabin');
  expect(names(panel.getByRole('list', { name: 'Servers' }))).toEqual(['Cabin']);
  await user.clear(filter);
  expect(panel.getByText('12 not seen for over a year')).toBeVisible();
});

test('draws the rows of the first folds, and those of the others when they open', async () => {
  const apps = Array.from({ length: 200 }, (_, index) => ({
    id: 100 + index,
    name: `Old ${index + 1}`,
    product: `App ${index % 5}`,
    platform: 'tvOS',
    lastSeenAt: unixNoon('2026-11-03') - index,
  }));
  const { user, panel } = renderPanel(apps.map(device).join(''));
  const listOf = (app: string) => panel.queryByRole('list', { name: `37 more of ${app}, tvOS` });
  expect(listOf('App 0')).toBeInTheDocument();
  expect(listOf('App 4')).not.toBeInTheDocument();
  await user.click(panel.getByText('37 more of App 4, tvOS'));
  await waitFor(() => expect(listOf('App 4')).toBeVisible());
});

test('sorts by name, with this browser first', async () => {
  const { user, panel } = renderPanel();
  await user.selectOptions(panel.getByRole('combobox', { name: 'Sort by' }), 'Name');
  expect(names(panel.getByRole('list', { name: '12 not seen for over a year' })).slice(0, 3)).toEqual([
    'Old 1',
    'Old 2',
    'Old 3',
  ]);
  expect(names(panel.getByRole('list', { name: 'Apps and devices' }))).toEqual(['Chrome', 'Firefox', 'Tautulli']);
});

test('offers no filter for a few devices, and no choice without devices', () => {
  const { panel } = renderPanel('');
  expect(panel.getByText('plex.tv lists no devices for you.')).toBeVisible();
  expect(panel.queryByRole('button')).toBeNull();
  expect(panel.queryByRole('searchbox')).toBeNull();
});

test('offers no choice when this browser is the only device', () => {
  const { panel } = renderPanel(device({ id: 1, name: 'Chrome', clientIdentifier: 'browser-1' }));
  expect(panel.queryByRole('button')).toBeNull();
});

test('turns the rows into a choice, without a box for this browser', async () => {
  const { user, panel, start } = renderPanel();
  await user.click(panel.getByRole('button', { name: 'Sign out devices…' }));
  const bar = within(screen.getByRole('region', { name: 'Selection' }));
  expect(bar.getByText('Nothing selected')).toBeVisible();
  expect(bar.getByRole('button', { name: 'Sign out…' })).toBeDisabled();
  expect(panel.queryByRole('checkbox', { name: /^Chrome/ })).toBeNull();
  expect(panel.getByRole('checkbox', { name: /^Firefox/ })).toHaveFocus();
  await user.click(panel.getByRole('checkbox', { name: 'Firefox, Plex Web, last seen 3 November' }));
  await user.click(panel.getByRole('checkbox', { name: 'All 12: 12 not seen for over a year' }));
  expect(bar.getByText('13 selected')).toBeVisible();
  expect(bar.getByText('Firefox and 12 not seen for over a year')).toBeVisible();
  await user.click(panel.getByRole('checkbox', { name: /^Old 7,/ }));
  expect(panel.getByRole('checkbox', { name: /^All 12/ })).toBePartiallyChecked();
  expect(bar.getByText('12 selected')).toBeVisible();
  await user.click(bar.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull();
  expect(panel.getByRole('button', { name: 'Sign out devices…' })).toHaveFocus();
  expect(start).not.toHaveBeenCalled();
});

test('has no box for a device without a number, and says why in its row', async () => {
  const { user, panel } = renderPanel(device({ name: 'Nameless' }) + device({ id: 2, name: 'Firefox' }));
  await user.click(panel.getByText('Nameless'));
  expect(panel.getByText(/^plex.tv sent no number for it/)).toBeVisible();
  await user.click(panel.getByRole('button', { name: 'Sign out devices…' }));
  expect(panel.getAllByRole('checkbox')).toHaveLength(1);
});

test('leaves a server signed in until its own warning is ticked', async () => {
  const { user, panel, start } = renderPanel();
  await user.click(panel.getByRole('button', { name: 'Sign out devices…' }));
  await user.click(panel.getByRole('checkbox', { name: /^All 12/ }));
  await user.click(panel.getByRole('checkbox', { name: /^Attic/ }));
  await user.click(panel.getByRole('checkbox', { name: /^Cabin/ }));
  await user.click(screen.getByRole('button', { name: 'Sign out 14…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Sign out 12 devices?' }));
  expect(dialog.getByText('Attic is a server, and stays signed in')).toBeVisible();
  expect(
    dialog.getAllByText(
      /^After that it belongs to nobody\. You cannot reach it through your account until you claim it again/,
    ),
  ).toHaveLength(2);
  expect(start).not.toHaveBeenCalled();
  await user.click(dialog.getByRole('checkbox', { name: 'Sign out Cabin too' }));
  expect(dialog.getByText('Cabin is a server, and is signed out too')).toBeVisible();
  await user.click(dialog.getByRole('button', { name: 'Sign out 13 devices' }));
  const signedOut = start.mock.calls[0]?.[0].map(({ name }) => name);
  expect(signedOut).toHaveLength(13);
  expect(signedOut).toContain('Cabin');
  expect(signedOut).not.toContain('Attic');
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('signs nothing out when only servers are chosen and none is ticked', async () => {
  const { user, panel, start } = renderPanel();
  await user.click(panel.getByRole('button', { name: 'Sign out devices…' }));
  await user.click(panel.getByRole('checkbox', { name: /^Attic/ }));
  await user.click(screen.getByRole('button', { name: 'Sign out 1…' }));
  const dialog = within(screen.getByRole('dialog', { name: 'Only servers are chosen' }));
  expect(dialog.getByRole('button', { name: 'Sign out' })).toBeDisabled();
  await user.click(dialog.getByRole('button', { name: 'Cancel' }));
  expect(panel.getByRole('checkbox', { name: /^Attic/ })).toBeChecked();
  expect(start).not.toHaveBeenCalled();
});

test('warns that one of the devices may be this sign-in when plex.tv does not list this browser', async () => {
  const { user, panel } = renderPanel(device({ id: 2, name: 'Firefox' }));
  await user.click(panel.getByRole('button', { name: 'Sign out devices…' }));
  await user.click(panel.getByRole('checkbox'));
  await user.click(screen.getByRole('button', { name: 'Sign out 1…' }));
  expect(screen.getByText('One of these may be your own sign-in')).toBeVisible();
});

test('names the devices of a whole fold in the dialog', async () => {
  const { user, panel } = renderPanel();
  await user.click(panel.getByRole('button', { name: 'Sign out devices…' }));
  await user.click(panel.getByRole('checkbox', { name: /^All 12/ }));
  await user.click(screen.getByRole('button', { name: 'Sign out 12…' }));
  const list = within(screen.getByRole('list', { name: 'What is signed out' }));
  await user.click(list.getByText('Show names'));
  expect(list.getByText('Old 12')).toBeVisible();
});

test('locks the progress dialog while a run is under way, with Pause and Stop', async () => {
  const { data } = readDevices(`<MediaContainer>${all}</MediaContainer>`);
  const run = newDeviceSignOut(data.devices.slice(1, 3));
  const control = { run, pause: vi.fn(), stop: vi.fn(), close: vi.fn() };
  const { user } = renderPanel(all, control);
  const dialog = within(screen.getByRole('dialog', { name: 'Signing out 2 devices' }));
  expect(dialog.queryByRole('button', { name: 'Close' })).toBeNull();
  expect(dialog.getByRole('progressbar')).toHaveValue(0);
  await user.click(dialog.getByRole('button', { name: 'Pause' }));
  await user.click(dialog.getByRole('button', { name: 'Stop' }));
  expect(control.pause).toHaveBeenCalledOnce();
  expect(control.stop).toHaveBeenCalledOnce();
  expect(control.close).not.toHaveBeenCalled();
});
