import type { AccountSources } from '../../plex/access/sources.ts';
import type { Account } from '../../plex/account/account.ts';
import { devicesView } from '../devices/devices.ts';
import { everythingInParts } from '../everything/everything.ts';
import type { SessionSummary } from '../facts/panel-props.ts';
import { plexHomeView } from '../home/plex-home.ts';
import { plexHomeTerms } from '../home/plex-home-terms.ts';
import { privacyView } from '../privacy/privacy.ts';
import { privacyTerms } from '../privacy/privacy-terms.ts';
import { appSettingsView } from '../profile/app-settings.ts';
import { profileView } from '../profile/profile.ts';
import { profileTerms } from '../profile/profile-terms.ts';
import { breakInSteps } from '../security/break-in-steps.ts';
import { securityView } from '../security/security.ts';
import { ownServers } from '../servers/own-servers.ts';
import { servicesView } from '../services/services.ts';
import { servicesTerms } from '../services/services-terms.ts';
import { sharingView } from '../sharing/sharing.ts';
import { featureGroups } from '../subscription/features/feature-groups.ts';
import { pastSubscriptionsView } from '../subscription/past/past-subscriptions.ts';
import { trialsView } from '../subscription/past/trials.ts';
import { subscriptionView } from '../subscription/subscription.ts';
import { subscriptionTerms } from '../subscription/subscription-terms.ts';
import {
  breakInStepIn,
  checkIn,
  deviceIn,
  type Findable,
  factsIn,
  featureIn,
  flagsOf,
  heading,
  memberIn,
  named,
  personIn,
  recordsIn,
  type Section,
  sentence,
  sentences,
  serverIn,
  serviceIn,
  sharedServerIn,
  termsIn,
  textOf,
  thisSignIn,
  webhookIn,
} from './findable-rows.ts';

export type FindSource = {
  account: Account;
  sources: AccountSources;
  now: Date;
  session?: SessionSummary | undefined;
  /** The client identifier of this page. plex.tv lists this browser by it. */
  clientIdentifier?: string | undefined;
  /** In reading order. */
  sections: readonly Section[];
};

/**
 * The panels draw longer lists in pages, and some folds when they open. The values of those are found among the raw keys.
 */
const maxServices = 50;
const maxPeople = 20;
const maxDevices = 50;

/** Everything that the page shows, in reading order, from the views that the panels draw. Each is made when it is asked for. */
export function* findablesOf(source: FindSource): Generator<Findable> {
  for (const section of source.sections) {
    yield heading(section);
    yield* collectSafely(source, section);
  }
}

/** When a view throws, its section has no more results. The other sections keep theirs. */
function* collectSafely(source: FindSource, section: Section): Generator<Findable> {
  try {
    yield* collectors[section.id]?.(source, section) ?? [];
  } catch {
    // The panel says that it could not be shown.
  }
}

const collectors: Record<string, (source: FindSource, section: Section) => Iterable<Findable>> = {
  *subscription({ account, now }, section) {
    const { answer, remarks, highlights, paymentRemark, facts, current, unlocked } = subscriptionView(account, now);
    yield* sentences(section, answer, ...remarks);
    if (paymentRemark) yield sentence(section, paymentRemark);
    yield* factsIn(section, [...highlights, ...facts, ...unlocked]);
    const [only] = current?.length === 1 ? current.slice(0, 1) : [];
    yield* only ? factsIn(section, only.facts) : recordsIn(section, current ?? []);
    yield* termsIn(section, subscriptionTerms);
    for (const { features } of featureGroups(account.subscription?.features ?? [])) {
      for (const feature of features) yield featureIn(section, feature);
    }
  },
  'past-subscriptions'({ account, now }, section) {
    const { answer, records } = pastSubscriptionsView(account, now);
    return [...sentences(section, answer), ...recordsIn(section, records)];
  },
  trials({ account, now }, section) {
    const { answer, trials } = trialsView(account, now);
    return [...sentences(section, answer), ...recordsIn(section, trials)];
  },
  security({ account, sources, now, session }, section) {
    const { answer, checks, token, facts } = securityView(account, sources, now);
    const steps = breakInSteps(account, sources);
    return [
      ...sentences(section, answer),
      ...checks.map((check) => checkIn(section, check)),
      ...(session ? thisSignIn(section, session, now) : []),
      ...steps.map((step) => breakInStepIn(section, step)),
      ...factsIn(section, [token, ...facts]),
    ];
  },
  'plex-home'({ account, sources }, section) {
    const { answer, remarks, isPersonal, highlights, members, facts } = plexHomeView(account, sources);
    return [
      ...sentences(section, answer, ...remarks).map((found) => ({ ...found, isPersonal })),
      ...(members ?? []).map((member) => memberIn(section, member)),
      ...factsIn(section, [...highlights, ...facts]),
      ...termsIn(section, plexHomeTerms),
    ];
  },
  devices({ sources, now, clientIdentifier }, section) {
    const { devices } = sources;
    if (devices.state === 'waiting') return [];
    const servers = (ownServers(sources, now) ?? []).slice(0, maxPeople).map((row) => serverIn(section, row));
    if (devices.state !== 'ready') return servers;
    const { answer, remarks, rows, groups } = devicesView(devices, { thisClientIdentifier: clientIdentifier, now });
    const lists = [rows, ...groups.filter(({ isLazy }) => !isLazy).map((group) => group.rows)];
    const shown = lists.flatMap((list) => list.slice(0, maxDevices));
    return [...sentences(section, answer, ...remarks), ...shown.map((row) => deviceIn(section, row)), ...servers];
  },
  sharing({ sources, now }, section) {
    const { state } = sources.friends;
    if (state === 'waiting') return [];
    const { answer, people, invitations, shared } = sharingView(sources, now);
    const offers = { ...section, title: 'Invitations to you' };
    return [
      ...(state === 'ready' ? sentences(section, answer) : []),
      ...people.slice(0, maxPeople).map((row) => personIn(section, row)),
      ...invitations.slice(0, maxPeople).map((row) => personIn(offers, row)),
      ...shared.slice(0, maxPeople).map((row) => sharedServerIn({ ...section, title: 'Shared with you' }, row)),
    ];
  },
  services({ account }, section) {
    const { answer, rows, internal, facts } = servicesView(account);
    return [
      ...sentences(section, answer),
      ...[...rows, ...internal].slice(0, maxServices).map((row) => serviceIn(section, row)),
      ...factsIn(section, facts),
      ...termsIn(section, servicesTerms),
    ];
  },
  profile({ account, now }, section) {
    const { answer, highlights, identity, playback } = profileView(account, now);
    return [
      ...sentences(section, answer),
      ...factsIn(section, [...highlights, ...identity, ...playback]),
      ...recordsIn(section, appSettingsView(account, now)),
      ...termsIn(section, profileTerms),
    ];
  },
  privacy({ account, sources, now }, section) {
    const { answer, remarks, highlights, webhooks, online, facts } = privacyView(account, sources, now);
    return [
      ...sentences(section, answer, ...remarks),
      ...factsIn(section, [...highlights, ...facts, ...online]),
      ...webhooks.map((row) => webhookIn(section, row)),
      ...termsIn(section, privacyTerms),
    ];
  },
  *everything({ account, sources }, section) {
    for (const rows of everythingInParts(account, sources)) {
      for (const { path, value } of rows) {
        yield { ...named(section, path, textOf(value)), ...flagsOf(value), group: 'keys', place: 'Everything' };
      }
    }
  },
};
