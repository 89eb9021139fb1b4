const personalKey = /(?:^|[a-z])(?:id|uuid|uid|e?mail|name|title|thumb|avatar)$/i;

/** Whether what stands at a path tells who somebody is: e-mail, names, ids and the avatar, also in keys nobody knows. */
export function isPersonal(path: string): boolean {
  return personalKey.test(
    path
      .replace(/\[\d+\]$/, '')
      .split('.')
      .at(-1) ?? '',
  );
}
