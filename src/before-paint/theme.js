/** Applies the theme that `theme-switch.tsx` has stored. */
function applyTheme() {
  const theme = localStorage.getItem('theme');
  if (theme !== 'light' && theme !== 'dark') return;
  document.documentElement.dataset.theme = theme;
  // The page is parsed then, and no script of the app has run.
  document.addEventListener('readystatechange', showTheme, { once: true });
}

/** The build has drawn "System". */
function showTheme() {
  const [list] = document.getElementsByName('theme');
  if (list) list.value = document.documentElement.dataset.theme;
}

/** Applies and stores a theme that the person chooses before `theme-switch.tsx` works. */
function chooseTheme({ target }) {
  if (target.name !== 'theme') return;
  if (target.value === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = target.value;
  try {
    localStorage.setItem('theme', target.value);
  } catch {
    // Storage is blocked: the choice lasts until the page closes.
  }
}

try {
  applyTheme();
} catch {
  // Storage is blocked: the page has the system's theme.
}
addEventListener('change', chooseTheme, true);
addEventListener('app-ready', () => removeEventListener('change', chooseTheme, true), { once: true });
