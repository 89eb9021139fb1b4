const personalKey =
  /^(?:id|uuid|uid|e-?mail|username|name|title|thumb|avatar|value)$|(?:Id|ID|Uuid|UUID|Uid|Email|Name|Title|Avatar)$/;

/**
 * Whether what stands at a path tells who somebody is: e-mail, names, ids and the avatar, also in keys nobody knows,
 * and what apps keep at plex.tv (`settings[].value`), which may hold anything.
 */
export function isPersonal(path: string): boolean {
  const key = path.split('.').at(-1) ?? '';
  return personalKey.test(key.replace(/\[\d+\]$/, ''));
}
