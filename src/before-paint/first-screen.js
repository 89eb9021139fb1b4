// Hides the sign-in form in the page from a person who comes back to another screen. `main.tsx` shows that screen.
(function () {
  function hasKey(storage) {
    return Object.keys(storage).some(function (key) {
      return /^plex-(?:session:|pin$)/.test(key);
    });
  }

  var isOther = /^#(?:from-plex-tv|sample)/.test(location.hash);
  try {
    isOther = isOther || hasKey(sessionStorage) || hasKey(localStorage);
  } catch (_) {
    // Storage is blocked, so it holds no session.
  }
  if (isOther) document.documentElement.setAttribute('data-first-screen', 'other');
})();
