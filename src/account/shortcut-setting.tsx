/** Keys that work anywhere on the page disturb those who speak to their computer: they can be switched off. */
export function ShortcutSetting({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <label className="flex items-start gap-2">
      <input type="checkbox" checked={isOn} onChange={() => onChange(!isOn)} className="mt-0.5 size-5 shrink-0" />
      <span>
        The key <kbd className="rounded border border-edge px-1.5 font-mono text-fine">/</kbd> leads to “Find anything”
      </span>
    </label>
  );
}
