import { normalizeWord } from '../facts/normalize-word.ts';

/** A plan that this page knows, or the words that plex.tv sent. */
export type Plan = { known: KnownPlan | undefined; words: string };

type KnownPlan = keyof typeof planNames;

/** Names of the known plans. plex.tv may send others. */
export const planNames = { lifetime: 'Lifetime', monthly: 'Monthly', yearly: 'Yearly' };

const synonyms: Record<string, KnownPlan> = {
  lifetime: 'lifetime',
  monthly: 'monthly',
  month: 'monthly',
  yearly: 'yearly',
  annual: 'yearly',
  annually: 'yearly',
  year: 'yearly',
};

/** The plan in the `plan` of a subscription or the `mode` of a record. "recurring" is a mode, but no plan. */
export function readPlan(words: string | null | undefined): Plan | undefined {
  const key = normalizeWord(words);
  if (!words || key === '' || key === 'recurring') return undefined;
  return { known: Object.hasOwn(synonyms, key) ? synonyms[key] : undefined, words };
}

/** The plan in a description, such as "Lifetime Plex Pass" or "Five-Year Plex Pass". */
export function readDescribedPlan(description: string | null | undefined): Plan | undefined {
  const text = description?.trim() ?? '';
  const rest = text.replace(/(?:plex|remote[\s_-]*watch)[\s_-]*pass/i, ' ').replace(/^[\s,:–-]+|[\s,:–-]+$/g, '');
  const plan = readPlan(rest);
  return plan && !plan.known ? { known: undefined, words: text } : plan;
}

/** "Lifetime", or the words of plex.tv in quotation marks. */
export function planName({ known, words }: Plan): string {
  return known ? planNames[known] : `“${words}”`;
}
