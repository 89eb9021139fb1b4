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

// The build writes the names of the files.
const accountRequest = globalThis.accountRequest;
const accountFiles = globalThis.accountFiles ?? [];

function addLink(attributes) {
  document.head.append(Object.assign(document.createElement('link'), attributes));
}

/** Asks for the account, and loads its code and its style, beside the app's own script and not after it. */
function loadAccount() {
  if (accountRequest) import(accountRequest).catch(() => undefined); // then the app asks
  for (const href of accountFiles) {
    const kind = href.endsWith('.css') ? { rel: 'preload', as: 'style', crossOrigin: '' } : { rel: 'modulepreload' };
    addLink({ ...kind, href });
  }
}

if (opensOtherScreen()) {
  // Hides the form in `index.html`. `main.tsx` shows the other screen in its place.
  document.documentElement.dataset.firstScreen = 'other';
  loadAccount();
} else if (accountRequest) {
  // The next visit may be the return of a person who has signed in.
  addEventListener('load', () => addLink({ rel: 'prefetch', href: accountRequest }));
}
