import { Moon } from 'lucide';
import { useSyncExternalStore } from 'react';
import { Icon } from './icon.tsx';
import { storeChoice } from './stored-choice.ts';

const themes = { system: 'System', light: 'Light', dark: 'Dark' };
type Theme = keyof typeof themes;

/**
 * Light, dark or the system's theme. `before-paint/theme.js` applies the stored choice before the first paint. `isBare`
 * shows an icon in place of the label, and no box.
 */
export function ThemeSwitch({ isBare = false }: { isBare?: boolean }) {
  // The build draws "System", whatever the browser has stored.
  const theme = useSyncExternalStore(onThemeChange, shownTheme, () => 'system');

  function choose(next: Theme) {
    if (next === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
    storeChoice('localStorage', 'theme', next);
    dispatchEvent(new Event('theme'));
  }

  return (
    <label className="flex items-center justify-between gap-2 text-muted">
      {isBare && <Icon node={Moon} />}
      <span className={isBare ? 'sr-only' : ''}>Theme</span>
      <select
        name="theme"
        value={theme}
        onChange={(event) => choose(event.target.value as Theme)}
        className={`min-h-9 rounded-lg px-2 text-text ${isBare ? 'bg-ground pointer-coarse:min-h-11' : 'border border-edge bg-surface'}`}
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

function shownTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function onThemeChange(listener: () => void): () => void {
  addEventListener('theme', listener);
  return () => removeEventListener('theme', listener);
}
