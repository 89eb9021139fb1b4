/** WCAG 2.1.4: a single-key shortcut can be switched off, since speech input may trigger it by accident. */
export function ShortcutSetting({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="flex items-start gap-2 pointer-coarse:hidden">
      <input type="checkbox" checked={isOn} onChange={() => onChange(!isOn)} className="mt-0.5 size-5 shrink-0" />
      <span>
        The key <kbd className="rounded border border-edge px-1.5 font-mono text-fine">/</kbd> opens “Find anything”
      </span>
    </label>
  );
}
