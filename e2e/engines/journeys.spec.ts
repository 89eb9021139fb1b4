import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { sampleLogins } from '../../src/sample/sample-logins.ts';
import { appOrigin, narrowOrigin, plexTvOrigin } from './addresses.ts';
import { framePath } from './narrow-frame.ts';
import type { Tab } from './tab.ts';
import { expectAccount, signIn, test } from './test.ts';

const home = `${appOrigin}/`;
const formHeading = 'Sign in with Plex';

const panels: [id: string, title: string][] = [
  ['profile', 'Profile'],
  ['subscription', 'Subscription'],
  ['past-subscriptions', 'Past subscriptions'],
  ['trials', 'Trials'],
  ['services', 'Services'],
  ['plex-home', 'Plex Home'],
  ['security', 'Security'],
  ['privacy', 'Privacy and mail'],
  ['everything', 'Everything plex.tv sent'],
];

test('shows the form and no sentence about old browsers', async ({ tab }) => {
  await tab.open(home);
  await tab.expectVisible('heading', formHeading);
  expect(await tab.evaluate(() => document.body.innerText)).not.toContain('This page needs JavaScript');
});

test.describe('signs in', () => {
  for (const { login, name } of sampleLogins.filter(({ login }) => /^(?:mara|tomas|odd)@/.test(login))) {
    test(`with a password, and shows every panel: ${name}`, async ({ tab }) => {
      await signIn(tab, login);
      for (const [, title] of panels) await tab.expectVisible('heading', title);
      await tab.expectHidden('alert', 'This panel could not be shown.');
    });
  }

  test('at plex.tv, and comes back to the section in the address', async ({ tab }) => {
    await tab.open(`${home}#security`);
    await tab.click('button', 'Continue at plex.tv');
    let address = '';
    await expect.poll(async () => (address = await tab.url())).toContain('https://app.plex.tv/auth');
    // The tests do not use plex.tv's own page, even where it can be reached. The sample has a page like it.
    await tab.open(address.replace('https://app.plex.tv', plexTvOrigin));
    await tab.click('button', 'Approve');
    await tab.expectFocused('heading', 'Security');
    await expectAccount(tab);
  });

  test('by another device', async ({ tab }) => {
    await tab.open(home);
    await tab.click('button', 'Other ways to sign in');
    await tab.click('button', 'Use another device');
    await tab.expectText('The code is: ');
    const code = await tab.evaluate(() => /The code is: (\w), (\w), (\w), (\w)/.exec(document.body.textContent ?? ''));
    const device = await tab.openTab();
    await device.open(`${plexTvOrigin}/link/?pin=${code?.slice(1).join('')}`);
    await device.click('button', 'Link');
    await device.expectVisible('heading', 'Account linked');
    await device.close();
    await tab.bringToFront();
    await expectAccount(tab);
  });

  test('with a token', async ({ tab }) => {
    const form = { login: 'nina@example.com', password: 'sample' };
    const reply = await fetch(`${plexTvOrigin}/api/v2/users/signin`, {
      method: 'POST',
      // plex.tv keeps one token for an account and an identifier, and another engine may sign in at the same time.
      headers: { Accept: 'application/json', 'X-Plex-Client-Identifier': `program-${randomUUID()}` },
      body: new URLSearchParams(form),
    });
    const { authToken } = await reply.json();
    await tab.open(home);
    await tab.click('button', 'Other ways to sign in');
    await tab.click('button', 'Paste a token');
    await tab.fill('textbox', 'Plex token', authToken);
    await tab.press('Enter');
    await expectAccount(tab);
  });

  test('to the sample in the page', async ({ tab }) => {
    await tab.open(home);
    await tab.click('button', 'Look around with a sample account');
    await expectAccount(tab);
    await tab.click('button', 'Sign out');
    await tab.expectVisible('heading', formHeading);
  });
});

test('shows the reason when plex.tv refuses the password, and keeps what was typed', async ({ tab }) => {
  await tab.open(home);
  await tab.fill('textbox', 'E-mail or username', 'nina@example.com');
  await tab.fill('textbox', 'Password', 'not this one');
  await tab.click('button', 'Sign in');
  await tab.expectVisible('alert', 'plex.tv did not accept this sign-in.');
  expect(await tab.evaluate(() => document.querySelector<HTMLInputElement>('[name=password]')?.value)).toBe(
    'not this one',
  );
});

/** How often this page has asked plex.tv for the account. */
function countAccountRequests(): number {
  return performance.getEntriesByType('resource').filter(({ name }) => name.includes('/api/v2/user?')).length;
}

test('refreshes, and keeps the session over a reload, until sign-out', async ({ tab }) => {
  await signIn(tab);
  await tab.click('button', 'Refresh');
  await expect.poll(() => tab.evaluate(countAccountRequests)).toBe(1);
  await tab.expectText('as of ');
  await tab.reload();
  await expectAccount(tab);
  await tab.click('button', 'Refresh');
  await expect.poll(() => tab.evaluate(countAccountRequests)).toBe(2);
  await tab.expectText('as of ');
  await tab.expectHidden('alert');
  await tab.click('button', 'Sign out');
  await tab.expectText('You are signed out.');
  await tab.reload();
  await tab.expectVisible('heading', formHeading);
});

test('remembers the session in a new tab, and ends it in all tabs', async ({ tab }) => {
  await tab.open(home);
  await tab.click('checkbox', 'Remember me on this browser');
  await tab.fill('textbox', 'E-mail or username', 'mara@example.com');
  await tab.fill('textbox', 'Password', 'sample');
  await tab.press('Enter');
  await expectAccount(tab);
  const returned = await tab.openTab();
  await returned.open(home);
  await expectAccount(returned);
  await tab.close();
  const second = await returned.openTab();
  await second.open(home);
  await expectAccount(second);
  await second.click('button', 'Sign out');
  await second.expectText('You are signed out.');
  await returned.bringToFront();
  await returned.expectVisible('heading', formHeading);
});

/** The distance of the section's top from the highest place to which the page can scroll it. */
function distanceFromTop(id: string): number {
  const root = document.documentElement;
  const padding = Number.parseFloat(getComputedStyle(root).scrollPaddingTop);
  const top = document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN;
  const scrollableBelow = root.scrollHeight - root.clientHeight - root.scrollTop;
  return Math.abs(Math.min(top - padding, scrollableBelow));
}

/** Expects the section at the top, also while the page goes on drawing. */
async function expectAtTop(tab: Tab, id: string) {
  const isInPlace = async () => (await tab.evaluate(distanceFromTop, id)) <= 1;
  await expect(async () => {
    for (let checks = 0; checks < 5; checks += 1) expect(await isInPlace(), `#${id} is at the top`).toBe(true);
  }).toPass({ timeout: 15_000 });
}

test('scrolls exactly to each section that a link names, in any order', async ({ tab }) => {
  await signIn(tab, 'odd@example.com');
  for (const [id, title] of [...panels.slice().reverse(), ...panels]) {
    await tab.click('link', title);
    await expectAtTop(tab, id);
  }
});

test('opens exactly at the section in the address, and after a reload again', async ({ tab }) => {
  await signIn(tab, 'odd@example.com', '/#privacy');
  await tab.expectFocused('heading', 'Privacy and mail');
  await expectAtTop(tab, 'privacy');
  await tab.reload();
  await tab.expectFocused('heading', 'Privacy and mail');
  await expectAtTop(tab, 'privacy');
});

test('opens the choice of the theme on request, and closes it on Escape', async ({ tab }) => {
  await signIn(tab, 'nina@example.com');
  await tab.expectHidden('combobox', 'Theme');
  await tab.click('button', 'Theme');
  await tab.expectVisible('combobox', 'Theme');
  await tab.press('Escape');
  await tab.expectHidden('combobox', 'Theme');
});

test('shares a text without anything personal', async ({ tab }) => {
  await signIn(tab);
  await tab.click('button', 'Share…');
  await tab.expectVisible('dialog', 'Share your account');
  await tab.expectText('Monthly Plex Pass, cancelled, runs until');
  const preview = await tab.evaluate(() => document.querySelector('dialog pre')?.textContent);
  expect(preview).toContain('Monthly Plex Pass');
  expect(preview).not.toMatch(/mara|lindqvist/i);
  await tab.press('Escape');
  await tab.expectHidden('dialog');
  await tab.expectFocused('button', 'Share…');
});

test('finds a value by the keyboard', async ({ tab }) => {
  await signIn(tab);
  await tab.press('/');
  await tab.expectFocused('combobox', 'Find anything');
  await tab.type('card');
  await tab.expectText('Card, by Plex');
});

test('signs in, and reveals and hides a token, without a mouse', async ({ tab }) => {
  await tab.open(home);
  await tab.expectVisible('button', 'Continue at plex.tv');
  // The heading comes after the choice of the theme, to which Tab does not move in every engine.
  await tab.evaluate(() => document.querySelector('h1')?.focus());
  await tab.press('Tab');
  await tab.expectFocused('button', 'Continue at plex.tv');
  await tab.press('Tab');
  await tab.expectFocused('textbox', 'E-mail or username');
  await tab.type('mara@example.com');
  await tab.press('Tab');
  await tab.expectFocused('textbox', 'Password');
  await tab.type('sample');
  await tab.press('Tab');
  await tab.expectFocused('button', 'Show password');
  await tab.press('Tab');
  await tab.press('Space');
  await tab.press('Enter');
  await tab.expectFocused('heading', 'Mara Lindqvist');
  const focusReveal = () => {
    const button = document.querySelector<HTMLElement>('[aria-label="Reveal Account token"]');
    // WebKit gives no focus to what it has not drawn yet.
    button?.scrollIntoView();
    button?.focus();
  };
  await expect(async () => {
    await tab.evaluate(focusReveal);
    await tab.expectFocused('button', 'Reveal Account token');
  }).toPass();
  await tab.press('Enter');
  await tab.expectFocused('button', 'Hide Account token');
  await tab.press('Space');
  await tab.expectFocused('button', 'Reveal Account token');
});

test('draws the meter itself, and not in the colours of the engine', async ({ tab }) => {
  await signIn(tab);
  const appearance = () => getComputedStyle(document.querySelector('meter') ?? document.body).appearance;
  await expect.poll(() => tab.evaluate(() => document.querySelector('meter') !== null)).toBe(true);
  expect(await tab.evaluate(appearance)).toBe('none');
});

test('does not scroll sideways at 320 px', async ({ tab }) => {
  await tab.open(narrowOrigin + framePath);
  const press = (name: string) => {
    const buttons = [...(window.frames[0]?.document.querySelectorAll('button') ?? [])];
    const button = buttons.find(({ textContent }) => textContent === name);
    button?.click();
    return button !== undefined;
  };
  const width = () => window.frames[0]?.document.documentElement.scrollWidth;
  const isFullyDrawn = () => Boolean(window.frames[0]?.document.querySelector('input[type=search]'));
  const text = () => window.frames[0]?.document.body.textContent;
  await expect.poll(() => tab.evaluate(press, 'Look around with a sample account')).toBe(true);
  await expect.poll(() => tab.evaluate(text)).toContain('Everything plex.tv sent');
  await expect.poll(() => tab.evaluate(isFullyDrawn)).toBe(true);
  expect(await tab.evaluate(width)).toBeLessThanOrEqual(320);
});
