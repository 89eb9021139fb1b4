/**
 * The fragment of the address names a section of the account (`#security`), a sample account (`#sample=lifetime`, or
 * `#sample` for the first one), or both (`#sample=lifetime&security`).
 */
function readFragment(): { sample?: string | undefined; section: string } {
  const [, isSample, sample = '', section = ''] = /^#(sample)(?:=([^&]*))?(?:&(.*))?$/.exec(location.hash) ?? [];
  return isSample ? { sample, section } : { section: location.hash.slice(1) };
}

/** The sample account in the address: "" for the first one, undefined outside the sample. */
export const sampleInFragment = () => readFragment().sample;

/** The section in the address, or "". */
export const sectionInFragment = () => readFragment().section;

/** The fragment for a sample account and the section that the address names now. */
export function fragmentWithSample(sample: string): string {
  const { section } = readFragment();
  return `#sample${sample && `=${sample}`}${section && `&${section}`}`;
}
