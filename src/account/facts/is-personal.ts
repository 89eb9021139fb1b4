const personalKey =
  /^(?:id|uuid|uid|e-?mail|username|name|title|thumb|avatar|value)$|(?:Id|ID|Uuid|UUID|Uid|Email|Name|Title|Avatar)$/;

/**
 * Whether the value at a path identifies a person: e-mail, names, ids and the avatar, in unknown keys too. The settings
 * of apps (`settings[].value`) count as personal because they may hold anything.
 */
export function isPersonal(path: string): boolean {
  const key = path.split('.').at(-1) ?? '';
  return personalKey.test(key.replace(/\[\d+\]$/, ''));
}
