// Runs before the first paint, in any browser, so it is written in the JavaScript of 2009. `main.tsx` starts the app unless
// this finds `too-old`.

var root = document.documentElement;

/** Each of these came with, or shortly before, a version that README.md states. */
function isSupportedBrowser() {
  return (
    'noModule' in document.createElement('script') &&
    'showModal' in document.createElement('dialog') &&
    'throwIfAborted' in AbortSignal.prototype &&
    'toSorted' in Array.prototype &&
    'CSSLayerBlockRule' in window &&
    CSS.supports('container-type', 'inline-size') &&
    matchMedia('(width >= 0px)').matches
  );
}

function showSentence() {
  root.removeAttribute('data-browser');
}

function checkBrowser() {
  try {
    // "supported" hides the sentence in index.html while the app starts.
    root.setAttribute('data-browser', isSupportedBrowser() ? 'supported' : 'too-old');
  } catch (_) {
    root.setAttribute('data-browser', 'too-old');
  }
  // The app's script may not load. An old browser keeps its mark, by which the app knows not to start.
  if (root.getAttribute('data-browser') === 'supported') addEventListener('error', showSentence, true);
}

/** The app's own code would come too late for this. `theme-switch.tsx` stores the choice. */
function applyTheme() {
  var theme;
  try {
    theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') root.setAttribute('data-theme', theme);
  } catch (_) {
    // Storage is blocked, so the page has the theme of the system.
  }
}

checkBrowser();
applyTheme();
