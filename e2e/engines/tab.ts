import { expect } from '@playwright/test';
import type { Role } from './find-element.ts';

export type Key = 'Enter' | 'Escape' | 'Space' | 'Tab' | '/';

/** The actions that every engine's driver has for a tab. */
export type TabDriver = {
  readonly open: (url: string) => Promise<void>;
  readonly reload: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly url: () => Promise<string>;
  /** Opens another tab of the same profile. */
  readonly openTab: () => Promise<TabDriver>;
  readonly bringToFront: () => Promise<void>;
  /** Runs a function in the page. Its arguments go there as JSON. */
  readonly evaluate: <Arguments extends unknown[], Result>(
    run: (...parameters: Arguments) => Result,
    ...parameters: Arguments
  ) => Promise<Awaited<Result>>;
  /** The first visible element with the role whose name begins with `name`. */
  readonly find: (role: Role, name: string) => Promise<FoundElement | undefined>;
  /** Types into the focused element. */
  readonly type: (text: string) => Promise<void>;
  readonly press: (key: Key) => Promise<void>;
};

type FoundElement = {
  /** Clicks as a person does. */
  readonly click: () => Promise<void>;
  readonly isFocused: () => Promise<boolean>;
};

export type Tab = Omit<TabDriver, 'find' | 'openTab'> & {
  readonly openTab: () => Promise<Tab>;
  readonly click: (role: Role, name: string) => Promise<void>;
  readonly fill: (role: Role, name: string, text: string) => Promise<void>;
  readonly expectVisible: (role: Role, name?: string) => Promise<void>;
  readonly expectHidden: (role: Role, name?: string) => Promise<void>;
  readonly expectFocused: (role: Role, name: string) => Promise<void>;
  readonly expectText: (text: string) => Promise<void>;
};

/** Adds waiting to the actions of a driver. */
export function createTab(driver: TabDriver): Tab {
  const tab: Tab = {
    ...driver,
    openTab: async () => createTab(await driver.openTab()),
    click: async (role, name) => {
      await tab.expectVisible(role, name);
      await (await driver.find(role, name))?.click();
    },
    fill: async (role, name, text) => {
      await tab.click(role, name);
      await driver.type(text);
    },
    expectVisible: async (role, name = '') => {
      await expect.poll(async () => Boolean(await driver.find(role, name)), `${role} “${name}” is there`).toBe(true);
    },
    expectHidden: async (role, name = '') => {
      await expect.poll(async () => Boolean(await driver.find(role, name)), `${role} “${name}” is there`).toBe(false);
    },
    expectFocused: async (role, name) => {
      const isFocused = async () => (await driver.find(role, name))?.isFocused();
      await expect.poll(isFocused, `${role} “${name}” has the focus`).toBe(true);
    },
    expectText: async (text) => {
      const bodyText = () => driver.evaluate(() => document.body.textContent?.replace(/\s+/g, ' '));
      await expect.poll(bodyText, `the page says “${text}”`).toContain(text);
    },
  };
  return tab;
}
