/** The hosts whose pictures the content security policy of this page allows. */
const avatarHosts = /^(?:(?:[\w-]+\.)*plex\.tv|(?:[\w-]+\.)*gravatar\.com|(?:[\w-]+\.)+wp\.com)$/;

/** The address if it is an http(s) one. */
export function webAddress(address: string): URL | undefined {
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) ? url : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the text of an address shows its real host. Letters of other scripts and `\\` can hide it. */
export function showsItsHost(address: string, { protocol, host }: URL): boolean {
  const start = `${protocol}//${host}`;
  return address.toLowerCase().startsWith(start) && /^(?:[/?#]|$)/.test(address.slice(start.length));
}

/** Whether an address has a known host for avatars. Only such an address becomes a link or a picture. */
export function isAvatarAddress(address: string): boolean {
  const url = webAddress(address);
  return url !== undefined && avatarHosts.test(url.host) && showsItsHost(address, url);
}
