import type { Page } from '@playwright/test';
import { findElement } from './find-element.ts';
import type { TabDriver } from './tab.ts';

/** A tab that Playwright drives: Firefox by WebDriver BiDi, Chromium by its own protocol. */
export function playwrightTab(page: Page): TabDriver {
  return {
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    close: () => page.close(),
    // For an unreachable page, Firefox reports its own error page, which has the address in the query `u`.
    url: async () => new URL(page.url()).searchParams.get('u') ?? page.url(),
    openTab: async () => playwrightTab(await page.context().newPage()),
    bringToFront: () => page.bringToFront(),
    // As text, because Playwright passes a function one argument only.
    evaluate: (run, ...parameters) => page.evaluate(`(${run})(...${JSON.stringify(parameters)})`),
    find: async (role, name) => {
      const handle = await page.evaluateHandle<Element | null>(`(${findElement})(...${JSON.stringify([role, name])})`);
      const element = handle.asElement();
      if (!element) return undefined;
      return {
        click: () => element.click(),
        isFocused: () => element.evaluate((node) => node === document.activeElement),
      };
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
  };
}
