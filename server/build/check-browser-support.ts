import type { Plugin } from 'vite';
import { browserSupport, oldestVersions } from './browser-support.ts';

/** Fails a build that uses a feature which a browser in `browserslist` lacks. `harmless` lists the exceptions. */
export function checkBrowserSupport(browserslist: readonly string[]): Plugin {
  return {
    name: 'check-browser-support',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      // Runs before `firstPaint` takes the style sheet of the page out of the build.
      order: 'pre',
      async handler(_, bundle) {
        const { lackingInScript, lackingInStyle } = await browserSupport(oldestVersions(browserslist));
        const lacking = Object.values(bundle).flatMap((file) => {
          if (file.type === 'chunk') return [...lackingInScript(this.parse(file.code))];
          return file.fileName.endsWith('.css') ? [...lackingInStyle(String(file.source))] : [];
        });
        const unexpected = new Set(lacking.filter((feature) => !Object.hasOwn(harmless, feature)));
        const unused = Object.keys(harmless).filter((feature) => !lacking.includes(feature));
        if (unexpected.size > 0) this.error(`The oldest supported browsers lack: ${[...unexpected].join(', ')}`);
        if (unused.length > 0) this.error(`No longer used, so remove it from \`harmless\`: ${unused.join(', ')}`);
      },
    },
  };
}

const reactAsksFirst = 'React looks whether the browser has it';
const ownFunction = 'the name of a function of the app or a library';
const ignored = 'browsers that do not know it ignore it, and the page stays usable';

const harmless: Readonly<Record<string, string>> = {
  '.startViewTransition()': reactAsksFirst,
  '.skipTransition()': reactAsksFirst,
  '.use()': ownFunction,
  '.isActive()': ownFunction,
  '.destroy()': ownFunction,
  '.fallback()': ownFunction,
  '.createPolicy()': 'parse-xml.ts looks whether the browser has trusted types',
  '.createHTML()': 'parse-xml.ts looks whether the browser has trusted types',
  '.getSetCookie()': 'Hono calls it for cookies, which a response that is made in a page cannot have',
  '@property': 'Tailwind sets the initial values where the browser does not know it',
  'forced-color-adjust': ignored,
  resize: ignored,
};
