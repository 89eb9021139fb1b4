import { useState } from 'react';
import { storeChoice } from './stored-choice.ts';

const themes = { system: 'System', light: 'Light', dark: 'Dark' };
type Theme = keyof typeof themes;

/** Light, dark or the system's theme. `theme.js` applies the stored choice before the first paint. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(() => {
    const current = document.documentElement.dataset.theme;
    return current === 'light' || current === 'dark' ? current : 'system';
  });

  function choose(next: Theme) {
    setTheme(next);
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    storeChoice('localStorage', 'theme', next);
  }

  return (
    <label className="flex items-center justify-between gap-2 text-muted">
      Theme
      <select
        value={theme}
        onChange={(event) => choose(event.target.value as Theme)}
        className="min-h-9 rounded-lg border border-edge bg-surface px-2 text-text"
      >
        {Object.entries(themes).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
