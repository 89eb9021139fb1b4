/** Applies the theme that `theme-switch.tsx` has stored. */
function applyTheme() {
  const theme = localStorage.getItem('theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
}

try {
  applyTheme();
} catch {
  // Storage is blocked: the page has the system's theme.
}
