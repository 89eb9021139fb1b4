const credentialName =
  /token|secret|passw|passphrase|credential|cookie|jwt|bearer|private|signature|(?:api|access)[-_]?key|recovery|backup[-_]?code|seed$|totp|mfa|^session|^sid$|^auth$|^pin$|^otp$|^hash$/i;

/** A URL with a user name or a token in it. */
const addressWithToken = /:\/\/[^/\s]*@|[?&#;][^=\s]{0,40}token[^=\s]{0,40}=/i;

/** Shorter parts of a credential are ignored: they may occur in any text. */
const minWordLength = 8;
const wordPattern = new RegExp(`[\\w-]{${minWordLength},}`, 'g');

/** Whether the value of this name is a credential. */
export function isCredentialName(name: string): boolean {
  return credentialName.test(name);
}

export function holdsCredential(text: string): boolean {
  return addressWithToken.test(text);
}

/** Remembers the credentials that were removed from a reply, to find them where the reply repeats them. */
export class RemovedCredentials {
  readonly #words = new Set<string>();

  add(credential: string): void {
    for (const [word] of credential.matchAll(wordPattern)) this.#words.add(word);
  }

  /** Whether a text repeats one of them as it is, also inside a longer text such as an address. */
  isIn(text: string): boolean {
    if (this.#words.size === 0) return false;
    for (const [word] of text.matchAll(wordPattern)) if (this.#words.has(word)) return true;
    return false;
  }
}
