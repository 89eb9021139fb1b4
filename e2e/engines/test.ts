import { test as base } from '@playwright/test';
import { type SampleLogin, sampleLogins } from '../../src/sample/sample-logins.ts';
import { appOrigin } from './addresses.ts';
import { type Engine, type EngineName, startEngine } from './engines.ts';
import { createTab, type Tab } from './tab.ts';

export type EngineOptions = { engineName: EngineName };

type Fixtures = {
  /** A tab in an empty profile. */
  tab: Tab;
};

export const test = base.extend<Fixtures, EngineOptions & { engine: Engine }>({
  engineName: ['Firefox ESR', { option: true, scope: 'worker' }],
  engine: [
    async ({ engineName }, use) => {
      const engine = await startEngine[engineName]();
      await use(engine);
      await engine.stop();
    },
    { scope: 'worker' },
  ],
  tab: async ({ engine }, use) => use(createTab(await engine.openTab())),
});

/** Signs in by the password form at an address of the app, and waits for the account. */
export async function signIn(tab: Tab, login = 'mara@example.com', path = '/'): Promise<void> {
  const { password, verificationCode } = sampleLogin(login);
  await tab.open(appOrigin + path);
  await tab.fill('textbox', 'E-mail or username', login);
  await tab.fill('textbox', 'Password', password);
  await tab.click('button', 'Sign in');
  if (verificationCode) {
    await tab.fill('textbox', 'Code', verificationCode);
    await tab.click('button', 'Sign in');
  }
  await expectAccount(tab);
}

/** Waits until the last panel is drawn. */
export async function expectAccount(tab: Tab): Promise<void> {
  await tab.expectVisible('button', 'Sign out');
  await tab.expectVisible('searchbox', 'Filter by name or value');
}

function sampleLogin(login: string): SampleLogin {
  const found = sampleLogins.find((candidate) => candidate.login === login);
  if (!found) throw new Error(`The sample has no ${login}`);
  return found;
}
