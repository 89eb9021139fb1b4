import { afterEach, expect, test } from 'vitest';
import { fragmentWithSample, sampleInFragment, sectionInFragment } from './address-fragment.ts';

afterEach(() => history.replaceState(null, '', '/'));

test.each<[fragment: string, sample: string | undefined, section: string]>([
  ['', undefined, ''],
  ['#security', undefined, 'security'],
  ['#sample', '', ''],
  ['#sample=', '', ''],
  ['#sample=lifetime', 'lifetime', ''],
  ['#sample=lifetime&security', 'lifetime', 'security'],
  ['#sample&security', '', 'security'],
  ['#samples', undefined, 'samples'],
  ['#from-plex-tv', undefined, 'from-plex-tv'],
])('reads the sample account and the section from "%s"', (fragment, sample, section) => {
  history.replaceState(null, '', `/${fragment}`);
  expect(sampleInFragment()).toBe(sample);
  expect(sectionInFragment()).toBe(section);
});

test.each([
  ['', 'lifetime', '#sample=lifetime'],
  ['#security', '', '#sample&security'],
  ['#security', 'lifetime', '#sample=lifetime&security'],
  ['#sample=free&security', 'lifetime', '#sample=lifetime&security'],
])('keeps the section of "%s" when the sample account becomes "%s"', (fragment, sample, expected) => {
  history.replaceState(null, '', `/${fragment}`);
  expect(fragmentWithSample(sample)).toBe(expected);
});
