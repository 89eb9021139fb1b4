/**
 * The fragment of the address names a section of the account (`#security`), a sample account (`#sample=lifetime`, or
 * `#sample` for the first one), or both (`#sample=lifetime&security`).
 */
const sampleFragment = /^#sample(?:=([^&]*))?(?:&(.*))?$/;

/** The sample account in the address: "" for the first one, undefined outside the sample. */
export function sampleInFragment(): string | undefined {
  const found = sampleFragment.exec(location.hash);
  return found ? (found[1] ?? '') : undefined;
}

/** The section in the address, or "". */
export function sectionInFragment(): string {
  const found = sampleFragment.exec(location.hash);
  return found ? (found[2] ?? '') : location.hash.slice(1);
}

/** The fragment for a sample account and the section that the address names now. */
export function fragmentWithSample(sample: string): string {
  const section = sectionInFragment();
  return `#sample${sample && `=${sample}`}${section && `&${section}`}`;
}
