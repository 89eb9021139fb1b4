/** 'information': neither good nor bad. 'unknown': plex.tv sent no value, or an unexpected one. */
export type Verdict = 'good' | 'attention' | 'information' | 'not-applicable' | 'unknown';

/** `short`: the title in three or four words. */
export type Finding = { title: string; short: string; verdict: Verdict; why: string };

export function good(title: string, why: string, short = title): Finding {
  return { title, short, verdict: 'good', why };
}

export function attention(title: string, why: string, short = title): Finding {
  return { title, short, verdict: 'attention', why };
}

export function notApplicable(title: string, why: string): Finding {
  return { title, short: title, verdict: 'not-applicable', why };
}

export function unknown(name: string, question: string): Finding {
  const title = `${name}: not known`;
  return { title, short: title, verdict: 'unknown', why: `plex.tv did not say clearly ${question}.` };
}
