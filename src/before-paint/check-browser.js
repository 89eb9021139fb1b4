// Runs in any browser, so it is written in the JavaScript of 2009.

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

/** `index.html` shows a sentence in place of the form, unless this marks the browser as supported. */
function checkBrowser() {
  var browser = 'too-old';
  try {
    if (isSupportedBrowser()) browser = 'supported';
  } catch (_) {
    // Something that the check itself needs is missing.
  }
  document.documentElement.setAttribute('data-browser', browser);
}

checkBrowser();
