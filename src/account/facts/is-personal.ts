/** The kinds of personal data. Blur and Share hide the same kinds. */
export type PersonalData = 'email' | 'names' | 'ids' | 'avatar';

/** The keys of an account that hold personal data. */
export const personalKeys: ReadonlyMap<string, PersonalData> = new Map([
  ['email', 'email'],
  ['username', 'names'],
  ['title', 'names'],
  ['friendlyName', 'names'],
  ['id', 'ids'],
  ['uuid', 'ids'],
  ['paymentMethodId', 'ids'],
  ['thumb', 'avatar'],
]);

/** Keys of unknown meaning. Share never shows them, because they may hold anything about the person. */
const unknownMeaning =
  /^(?:trials\[\d+\]$|settings\[\d+\]\.(?!type$|hidden$|updatedAt$)|providers|cloudSyncDevice|certificateVersion|customRestrictions\.)/;

const personalName =
  /^(?:uid|e-?mail|name|avatar|value|uri|address|clientIdentifier|machineIdentifier)$|(?:Id|ID|Uuid|UUID|Uid|Email|Name|Title|Avatar|Address)$/;

/** Whether the value at a path identifies a person: e-mail, names, ids and the avatar, in unknown keys too. */
export function isPersonal(path: string): boolean {
  const key = (path.split(/[./]/).at(-1) ?? '').replace(/\[\d+\]$/, '');
  return personalKeys.has(key) || personalName.test(key) || unknownMeaning.test(path);
}
