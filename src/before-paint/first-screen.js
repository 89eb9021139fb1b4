/** The keys in a storage of this page. */
function storedKeys(name) {
  try {
    return Object.keys(window[name]);
  } catch {
    return []; // the storage is blocked
  }
}

/** Whether the page opens with another screen than the form: the account, the return from plex.tv, or the sample. */
function opensOtherScreen() {
  if (/^#(?:from-plex-tv|sample(?:[=&]|$))/.test(location.hash)) return true;
  const keys = [...storedKeys('sessionStorage'), ...storedKeys('localStorage')];
  return keys.some((key) => /^plex-(?:session:|pin$)/.test(key));
}

/** Loads the code and the style of the account beside the app's own script, and not after it. */
function preloadAccount() {
  // The build writes the names of the files.
  for (const href of globalThis.accountFiles ?? []) {
    const kind = href.endsWith('.css') ? { rel: 'preload', as: 'style', crossOrigin: '' } : { rel: 'modulepreload' };
    document.head.append(Object.assign(document.createElement('link'), { ...kind, href }));
  }
}

if (opensOtherScreen()) {
  // Hides the form in `index.html`. `main.tsx` shows the other screen in its place.
  document.documentElement.dataset.firstScreen = 'other';
  preloadAccount();
}
