import { yieldToBrowser } from '../../plex/yield-to-browser.ts';
import { formatDate, formatRelative } from './format-date.ts';
import { joinWords } from './join-words.ts';
import { asCountry, languageName } from './locale-names.ts';

/**
 * Uses each kind of format once, before an account needs it. Chromium then reads lists of all languages, which takes 12 ms for
 * the first one, up to 3 ms for each other one, and four times that on a slow phone. So each gets a turn of its own.
 */
export async function prepareFormats(): Promise<void> {
  const someDate = new Date(0);
  const uses = [
    () => formatDate(someDate),
    () => formatRelative(someDate, new Date()),
    () => joinWords([]),
    () => asCountry('NL'),
    () => languageName('nl'),
  ];
  for (const use of uses) {
    await yieldToBrowser();
    use();
  }
}
