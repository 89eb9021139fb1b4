import { yieldToBrowser } from '../../plex/yield-to-browser.ts';
import { formatDate, formatRelative } from './format-date.ts';
import { joinWords } from './join-words.ts';
import { lazyValue } from './lazy-value.ts';
import { asCountry, languageName } from './locale-names.ts';

const someDate = new Date(0);

const uses = [
  () => formatDate(someDate),
  () => formatRelative(someDate, new Date()),
  () => joinWords([]),
  () => asCountry('NL'),
  () => languageName('nl'),
];

/**
 * Makes each kind of format, in a task of its own, before an account needs it. For the first one Chromium loads its data
 * about languages: 12 ms, up to 3 ms for each other kind, and four times as long on a slow phone. Done once for the page.
 */
export const prepareFormats = lazyValue(async () => {
  for (const use of uses) {
    await yieldToBrowser();
    use();
  }
});
