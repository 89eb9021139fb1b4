import { findElement } from './find-element.ts';
import type { Key, TabDriver } from './tab.ts';

/** Sends a command of W3C WebDriver to one session and returns its value. Throws the driver's error. */
export type Command = <Value>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<Value>;

/** An element, in the form that WebDriver's JSON has for it. */
type ElementReference = Record<string, string>;

/** https://www.w3.org/TR/webdriver2/#keyboard-actions */
const keyCodes: Record<Key, string> = { Enter: '\uE007', Escape: '\uE00C', Space: ' ', Tab: '\uE004', '/': '/' };

/** How long a browser may take to start, and a page to load. */
const commandTimeoutMs = 25_000;

/** Starts a session of a browser with an empty profile. `origin` is the driver's address. */
export async function startWebDriverSession(origin: string, capabilities: object): Promise<Command> {
  const { sessionId } = await send<{ sessionId: string }>('POST', `${origin}/session`, {
    capabilities: { alwaysMatch: capabilities },
  });
  return (method, path, body) => send(method, `${origin}/session/${sessionId}${path}`, body);
}

async function send<Value>(method: string, url: string, body?: object): Promise<Value> {
  const response = await fetch(url, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
    signal: AbortSignal.timeout(commandTimeoutMs),
  });
  const { value } = await response.json();
  if (!response.ok) throw new Error(`WebDriver: ${value.error}: ${value.message}`);
  return value;
}

/** The tab of a WebDriver session that is open now. */
export async function webDriverTab(command: Command): Promise<TabDriver> {
  const handle = await command<string>('GET', '/window');
  // Commands go to one tab at a time.
  const inTab: Command = async (method, path, body) => {
    await command('POST', '/window', { handle });
    return command(method, path, body);
  };
  const execute = <Value>(run: unknown, parameters: unknown[]) =>
    inTab<Value>('POST', '/execute/sync', { script: `return (${run})(...arguments)`, args: parameters });
  return {
    open: (url) => inTab('POST', '/url', { url }),
    reload: () => inTab('POST', '/refresh', {}),
    close: () => inTab('DELETE', '/window'),
    url: () => inTab('GET', '/url'),
    openTab: async () => {
      const { handle: newHandle } = await inTab<{ handle: string }>('POST', '/window/new', { type: 'tab' });
      await command('POST', '/window', { handle: newHandle });
      return webDriverTab(command);
    },
    bringToFront: () => command('POST', '/window', { handle }),
    evaluate: (run, ...parameters) => execute(run, parameters),
    find: async (role, name) => {
      const element = await execute<ElementReference | null>(findElement, [role, name]);
      if (!element) return undefined;
      const [id] = Object.values(element);
      return {
        click: async () => {
          await execute(uncover, [element]);
          await inTab('POST', `/element/${id}/click`, {});
        },
        isFocused: () => execute((target: Element) => target === document.activeElement, [element]),
      };
    },
    type: async (text) => {
      const [id] = Object.values(await inTab<ElementReference>('GET', '/element/active'));
      await inTab('POST', `/element/${id}/value`, { text });
    },
    press: async (key) => {
      const value = keyCodes[key];
      const actions = [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ];
      await inTab('POST', '/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] });
    },
  };
}

/** Runs in the page. Scrolls to an element that is out of view, or below a sticky bar. */
function uncover(element: Element): void {
  const { x, y, width, height } = element.getBoundingClientRect();
  const isOnTop = element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
  if (!isOnTop) element.scrollIntoView({ block: 'center' });
}
