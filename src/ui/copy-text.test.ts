import { afterEach, expect, test, vi } from 'vitest';
import { copyText } from './copy-text.ts';

// jsdom has no clipboard and no execCommand. Each test defines those that it needs.
function define(owner: object, name: string, value: unknown) {
  Object.defineProperty(owner, name, { value, configurable: true });
}

afterEach(() => {
  define(navigator, 'clipboard', undefined);
  define(document, 'execCommand', undefined);
});

/** Fakes `execCommand('copy')`. Returns the list of texts that it has copied. */
function fakeCopyCommand(result: () => boolean): string[] {
  const copied: string[] = [];
  define(document, 'execCommand', (command: string) => {
    const area = document.activeElement;
    if (command === 'copy' && area instanceof HTMLTextAreaElement) {
      copied.push(area.value.slice(area.selectionStart, area.selectionEnd));
    }
    return result();
  });
  return copied;
}

test('uses the clipboard when there is one', async () => {
  const writeText = vi.fn(async () => undefined);
  define(navigator, 'clipboard', { writeText });
  const selected = fakeCopyCommand(() => true);
  expect(await copyText('the-token')).toBe(true);
  expect(writeText).toHaveBeenCalledExactlyOnceWith('the-token');
  expect(selected).toEqual([]);
});

test.each<[situation: string, clipboard: unknown]>([
  ['the page is served over plain http', undefined],
  ['the browser refuses', { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
])('copies the selected text when %s', async (_, clipboard) => {
  define(navigator, 'clipboard', clipboard);
  const copied = fakeCopyCommand(() => true);
  expect(await copyText('the-token\nsecond line')).toBe(true);
  expect(copied).toEqual(['the-token\nsecond line']);
});

test.each<[situation: string, result: () => boolean]>([
  ['the browser reports a failure', () => false],
  [
    'the browser throws',
    () => {
      throw new Error('no');
    },
  ],
])('returns false when %s', async (_, result) => {
  fakeCopyCommand(result);
  expect(await copyText('the-token')).toBe(false);
});

test('returns false when the browser cannot copy', async () => {
  expect(await copyText('the-token')).toBe(false);
});

test('removes its text field and restores the focus', async () => {
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  fakeCopyCommand(() => true);
  await copyText('the-token');
  expect(document.body).toContainHTML('<button></button>');
  expect(document.body.innerHTML).toBe('<button></button>');
  expect(button).toHaveFocus();
  button.remove();
});
