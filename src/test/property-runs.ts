/**
 * The number of cases of a property test, and their seed. `npm test` always tries the same cases, so that a failure
 * comes from the change at hand. `npm run test:long` tries more and new ones.
 */
export const propertyRuns = {
  numRuns: Number(process.env.FC_RUNS ?? 500),
  seed: Number(process.env.FC_SEED ?? 1),
};

/** Long enough for a busy machine: a case that draws a page takes a tenth of a second of processor time. */
export const propertyTimeoutMs = propertyRuns.numRuns * 2000;
