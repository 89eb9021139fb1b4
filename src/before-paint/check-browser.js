// Marks a browser that is too old for the page. `index.html` then shows a sentence in place of the form.
(function () {
  /** Each of these came with, or shortly before, a version that README.md states. */
  function isSupported() {
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

  var browser = 'too-old';
  try {
    if (isSupported()) browser = 'supported';
  } catch (_) {
    // Something that the check itself needs is missing.
  }
  document.documentElement.setAttribute('data-browser', browser);
})();
