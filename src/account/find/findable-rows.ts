import type { Fact, FactValue } from '../../ui/facts.tsx';
import type { Term } from '../../ui/terms.tsx';
import type { Rows } from '../../ui/use-paged.tsx';
import type { DeviceRow } from '../devices/device-row.ts';
import type { SessionSummary } from '../facts/panel-props.ts';
import type { RecordView } from '../facts/record-view.ts';
import type { ServerRow } from '../facts/server-row.ts';
import type { Member } from '../home/home-members.ts';
import type { WebhookRow } from '../privacy/shared-data.ts';
import type { BreakInStep } from '../security/break-in-steps.ts';
import type { Check } from '../security/checkup.ts';
import { sessionLifetime } from '../security/session-lifetime.ts';
import type { ServiceRow } from '../services/services.ts';
import type { PersonRow, SharedServerRow } from '../sharing/sharing.ts';
import type { Feature } from '../subscription/features/feature-groups.ts';

export type FindableGroup = 'facts' | 'features' | 'keys';

/** Something that the page shows and that Find can go to. It holds no secret. */
export type Findable = {
  group: FindableGroup;
  /** Empty for a sentence without a label. */
  label: string;
  text: string;
  isEmpty?: boolean;
  isPersonal?: boolean;
  isLabelPersonal?: boolean;
  sectionId: string;
  /** The title of the section, or of a part of it: "Subscription", "What it unlocks", the title of a record. */
  place: string;
  /** The `data-fact` of its row, or else the text of its row. */
  anchor: string;
  /** More search words, which the page does not show. */
  keywords: string;
  /** The key of its everyday words: the path of a fact or the id of a section. Empty if it has none. */
  topic: string;
  /** Decides between equal matches: 0 for the main facts, 1 for empty values and old records, 2 for explanations. */
  rank: 0 | 1 | 2;
};

export type Section = { id: string; title: string };

export function heading({ id, title }: Section): Findable {
  return { ...sentence({ id, title }, title), place: 'Sections', topic: id };
}

export function sentences(section: Section, answer: string, ...remarks: string[]): Findable[] {
  return [{ ...sentence(section, answer), topic: section.id }, ...remarks.map((remark) => sentence(section, remark))];
}

export function sentence(section: Section, text: string): Findable {
  return { ...named(section, '', text), anchor: text };
}

/** A text with a label. The label is unique in the section, so Find can locate it. */
export function named({ id, title }: Section, label: string, text: string): Findable {
  return { group: 'facts', label, text, sectionId: id, place: title, anchor: label, keywords: '', topic: '', rank: 0 };
}

export function termsIn(section: Section, terms: readonly Term[]): Findable[] {
  return terms.map(([term, meaning]) => ({ ...named(section, term, meaning), anchor: `meaning of ${term}`, rank: 2 }));
}

/** A panel may show a fact at the top and again among all fields. Find lists it once, at the top. */
export function factsIn(section: Section, facts: readonly Fact[]): Findable[] {
  const isFirst = ({ label }: Fact, index: number) => facts.findIndex((fact) => fact.label === label) === index;
  return facts.filter(isFirst).map(({ label, isLabelPersonal = false, value, path = label }) => ({
    ...named(section, label, textOf(value)),
    isLabelPersonal,
    ...flagsOf(value),
    anchor: path,
    keywords: value.note ?? '',
    topic: path,
    rank: isFolded(value) ? 1 : 0,
  }));
}

/** The panels draw longer lists in pages. The values of the other pages are found among the raw keys. */
const maxRecords = 10;

export function recordsIn(section: Section, records: Rows<RecordView>): Findable[] {
  return records.slice(0, maxRecords).flatMap((record): Findable[] => {
    const title = [record.title, record.until].filter(Boolean).join(' ');
    const line = record.state ? named(section, title, record.state) : sentence(section, title);
    // Several records have the same labels. Their titles tell them apart.
    const facts =
      records.length > 1 ? factsIn({ id: section.id, title }, record.facts) : factsIn(section, record.facts);
    return [line, ...facts.map((fact): Findable => ({ ...fact, rank: fact.rank === 0 ? 1 : 2 }))];
  });
}

export function featureIn({ id }: Section, { key, meaning }: Feature): Findable {
  const feature = named({ id, title: 'What it unlocks' }, meaning ?? key, 'switched on');
  return { ...feature, group: 'features', anchor: `feature ${key}`, keywords: meaning ? key : '' };
}

export function serviceIn(section: Section, { path, meaning, identifier, endpoint, status }: ServiceRow): Findable {
  const keywords = `service server key token ${textOf(endpoint)} ${textOf(status)}`;
  return { ...named(section, meaning, textOf(identifier)), anchor: path, keywords };
}

/** A check that needs attention shows its reason. The reasons of the other checks are in a fold. */
export function checkIn(section: Section, { id, title, why, verdict, isPersonal = false }: Check): Findable {
  return { ...named(section, title, why), isPersonal, anchor: verdict === 'attention' ? `check ${id}` : `why ${id}` };
}

export function breakInStepIn(section: Section, { id, title, now, todo, isPersonal }: BreakInStep): Findable {
  const keywords = `${todo} hacked break-in stolen compromised something looks wrong`;
  return {
    ...named({ ...section, title: 'Something looks wrong?' }, title, now),
    anchor: `wrong ${id}`,
    keywords,
    isPersonal,
    rank: 2,
  };
}

export function memberIn(section: Section, { path, name, username, role, hasPin, profile, isYou }: Member): Findable {
  const keywords = ['member person home user', username, profile, isYou && 'you', hasPin === false && 'no PIN not set'];
  return {
    ...named(section, name, role ?? 'Not known'),
    anchor: path,
    keywords: keywords.filter(Boolean).join(' '),
    isPersonal: true,
    isLabelPersonal: true,
  };
}

export function deviceIn(section: Section, { fact, name, app, lastSeen, searchable }: DeviceRow): Findable {
  const keywords = `device app signed in ${textOf(lastSeen)} ${searchable.replaceAll('\n', ' ')}`;
  return { ...named(section, name, app), anchor: fact, keywords, isPersonal: true, isLabelPersonal: true };
}

export function serverIn(section: Section, { path, name, program, facts }: ServerRow): Findable {
  const keywords = `media server ${facts.map(({ label, value }) => `${label} ${textOf(value)}`).join(' ')}`;
  return { ...named(section, name, program), anchor: path, keywords, isPersonal: true, isLabelPersonal: true };
}

export function personIn(
  section: Section,
  { path, name, username, libraries, restrictions, facts }: PersonRow,
): Findable {
  const details = facts.map(({ label, value }) => `${label} ${textOf(value)}`);
  const keywords = ['friend shared with', username, ...restrictions, ...details].filter(Boolean).join(' ');
  return { ...named(section, name, libraries), anchor: path, keywords, isPersonal: true, isLabelPersonal: true };
}

export function sharedServerIn(section: Section, { path, name, owner, libraries, facts }: SharedServerRow): Findable {
  const details = facts.map(({ label, value }) => `${label} ${textOf(value)}`);
  const keywords = `server of ${owner} ${details.join(' ')}`;
  return { ...named(section, name, libraries), anchor: path, keywords, isPersonal: true, isLabelPersonal: true };
}

/** The address is a secret, so only its host is found. */
export function webhookIn(section: Section, { path, host }: WebhookRow): Findable {
  return {
    ...named(section, host, 'Hidden'),
    anchor: path,
    keywords: 'webhook address host told',
    isPersonal: true,
    isLabelPersonal: true,
  };
}

export function thisSignIn(section: Section, session: SessionSummary, now: Date): Findable[] {
  const { timeLeft, method, storage } = sessionLifetime(session, now);
  const listed = `${method} Listed as ${session.device}`;
  return [
    { ...sentence(section, timeLeft), keywords: 'session login logout expires' },
    { ...sentence(section, storage), keywords: 'remember me stored' },
    { ...sentence(section, listed), keywords: 'devices authorized' },
  ];
}

/** The visible words of a value. The text of a secret is "Hidden". */
export function textOf({ text, items, mark }: FactValue): string {
  return [items?.join(', ') ?? text, mark && `(${mark})`].filter(Boolean).join(' ');
}

/** Whether the panels show the value in one sentence with others, and not in a row. */
function isFolded({ isEmpty, text, mark }: FactValue): boolean {
  return !mark && (isEmpty === true || text === 'No');
}

export function flagsOf({ isEmpty = false, isPersonal = false }: FactValue) {
  return { isEmpty, isPersonal };
}
