/** The names of everything that this page has stored. */
function storedKeys() {
  try {
    return [...Object.keys(sessionStorage), ...Object.keys(localStorage)];
  } catch {
    return []; // storage is blocked
  }
}

/** Whether the page opens with another screen than the form: the account, the return from plex.tv, or the sample. */
function opensOtherScreen() {
  if (/^#(?:from-plex-tv|sample)/.test(location.hash)) return true;
  return storedKeys().some((key) => /^plex-(?:session:|pin$)/.test(key));
}

// Hides the form that stands in the page. `main.tsx` shows the other screen in its place.
if (opensOtherScreen()) document.documentElement.dataset.firstScreen = 'other';
