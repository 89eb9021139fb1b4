// Applies the theme that `theme-switch.tsx` has stored.
(function () {
  try {
    var theme = localStorage.getItem('theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.setAttribute('data-theme', theme);
  } catch (_) {
    // Storage is blocked: the page has the system's theme.
  }
})();
