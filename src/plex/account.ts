import * as v from 'valibot';
import { isRecord } from './is-record.ts';
import type { Redacted } from './redact.ts';
import {
  boolean,
  integer,
  languageList,
  replyObject,
  secret,
  stringList,
  text,
  timestamp,
  unknownValue,
} from './reply-fields.ts';

/*
 * Everything plex.tv says about an account, each key once. Any key may be missing, null or of another type.
 *
 * Where a fact is known from:
 *   SPEC  the published OpenAPI description of plex.tv (LukeHagar/plex-api-spec)
 *   REC   recorded replies of 2021-22 (andrey-yantsen/plex-api.rs) and 2024 (LukeHagar/plex-api-spec)
 *   NEW   replies of 2026
 *   NAME  no more than what the key's name suggests
 */

/** What the account may do now. REC. */
const subscriptionSchema = replyObject({
  /** Whether there is a Plex Pass: this, and not the entitlements. */
  active: boolean,
  /** "Active" or "Inactive"; one client's code also knows Canceled, PendingCancellation, Ended, Lapsed. Open. */
  status: text,
  /** Start, ISO 8601. A past subscriber still has one. */
  subscribedAt: timestamp,
  /** Who takes the money: "braintree" is Plex's own card payment. Open. */
  paymentService: text,
  /** "lifetime", "monthly". Open. */
  plan: text,
  /** Rollout flags and perks, mixed. */
  features: stringList,
});

const billingSchema = replyObject({
  /** Always null so far. REC */
  paymentMethodId: unknownValue,
  /** Always {} so far. REC */
  internalPaymentMethod: unknownValue,
});

/** One record of `subscriptions` or `pastSubscriptions`. REC 2024; items of 2022 lack billing and the flags. */
const subscriptionRecordSchema = replyObject({
  /** Always null so far. */
  id: unknownValue,
  /** null or "lifetime". Open. */
  mode: text,
  /** Next payment, epoch seconds. */
  renewsAt: timestamp,
  /** End, epoch seconds. */
  endsAt: timestamp,
  billing: billingSchema,
  /** Will not renew. NAME */
  canceled: boolean,
  /** A payment failed, the subscription still runs. NAME */
  gracePeriod: boolean,
  /** Paused. NAME */
  onHold: boolean,
  /** Whether plex.tv would offer to take it up again now. NAME */
  canReactivate: boolean,
  /** Whether plex.tv would offer a larger plan now. NAME */
  canUpgrade: boolean,
  /** Whether plex.tv would offer a smaller plan now. NAME */
  canDowngrade: boolean,
  /** Whether plex.tv would offer another kind of plan now. NAME */
  canConvert: boolean,
  /** "plexpass". Open. */
  type: text,
  /** Moved between accounts; always null so far. NAME */
  transfer: unknownValue,
  /** "ended" for past ones, "active" for current ones. Open. */
  state: text,
});

/** One of Plex's own back-ends, with the credentials it was given for this account. REC */
const serviceSchema = replyObject({
  /** Such as "epg", "lyricfind-search". Open. */
  identifier: text,
  /** Its address; one is plain http. */
  endpoint: text,
  /** Credential, 20 characters or a JWT. */
  token: secret,
  /** Second credential of a few services. */
  secret,
  /** Always "online" so far. Open. */
  status: text,
});

/** Playback preferences. SPEC, REC; the numbers are SPEC's. */
const profileSchema = replyObject({
  /** Choose audio and subtitle tracks automatically. */
  autoSelectAudio: boolean,
  /** Language code. */
  defaultAudioLanguage: text,
  /** Language codes, by preference; comma-separated since July 2026. */
  defaultAudioLanguages: languageList,
  /** 0 no preference against ordinary audio, 1 prefer accessible, 2 only accessible, 3 only ordinary. */
  defaultAudioAccessibility: integer,
  /** Language code. */
  defaultSubtitleLanguage: text,
  /** Language codes, by preference. */
  defaultSubtitleLanguages: languageList,
  /** 0 manual, 1 with foreign audio, 2 always. */
  autoSelectSubtitle: integer,
  /** For the deaf and hard of hearing (SDH): 0 prefer without, 1 prefer with, 2 only with, 3 only without. */
  defaultSubtitleAccessibility: integer,
  /** Forced subtitles: 0 prefer without, 1 prefer with, 2 only with, 3 only without. */
  defaultSubtitleForced: integer,
  /** 0 none, 1 movies and shows, 2 movies, 3 shows. */
  watchedIndicator: integer,
  /** Sources disagree about what the numbers mean. */
  mediaReviewsVisibility: integer,
  /** Language codes. */
  mediaReviewsLanguages: languageList,
  /** NEW; in no specification. */
  mediaPostsVisibility: boolean,
});

/** A managed member's limits by kind of library. REC 2022, in no specification. */
const customRestrictionsSchema = replyObject({
  all: unknownValue,
  movies: unknownValue,
  music: unknownValue,
  photos: unknownValue,
  television: unknownValue,
});

/** A setting that a Plex app keeps at plex.tv. REC 2022, in no specification. */
const settingSchema = replyObject({
  /** Such as "experience". */
  id: text,
  /** "json". */
  type: text,
  /** JSON inside a string. */
  value: unknownValue,
  hidden: boolean,
  /** Epoch seconds. */
  updatedAt: timestamp,
});

/** A trial. Every recorded list is empty: an object is read as a subscription record, anything else is kept as it came. */
const trialSchema = v.lazy((value) => (isRecord(value) ? subscriptionRecordSchema : unknownValue)) as v.GenericSchema<
  unknown,
  SubscriptionRecord | Exclude<Redacted, { [key: string]: Redacted }>
>;

export const accountSchema = replyObject({
  // Who it is
  /** Account number. SPEC */
  id: integer,
  /** 16 hexadecimal digits. SPEC */
  uuid: text,
  /** "" for managed members. REC */
  username: text,
  /** The name plex.tv shows: friendly name or username. SPEC */
  title: text,
  /** "" for managed members. REC */
  email: text,
  /** Full name, often "". REC */
  friendlyName: text,
  /** Address of the avatar. REC */
  thumb: text,
  /** ISO 3166, two letters. SPEC */
  country: text,
  /** null in every reply seen. */
  locale: text,
  /** Epoch seconds. SPEC */
  joinedAt: timestamp,
  /** Who brought the account to Plex; null in every reply seen. */
  attributionPartner: text,

  // How one gets in
  /** E-mail confirmed; false is normal for managed members. SPEC */
  confirmed: boolean,
  /** false for managed members and for accounts of Google, Apple or Facebook. REC */
  hasPassword: boolean,
  /** Sign-in by e-mail address only, not by username. SPEC */
  emailOnlyAuth: boolean,
  /** Sign-in asks for a code as well. SPEC */
  twoFactorEnabled: boolean,
  /** Two-factor backup codes exist. SPEC */
  backupCodesCreated: boolean,
  /** This sign-in's token: as good as the password. */
  authToken: secret,
  /** Epoch seconds, about 14 days after sign-in; null for managed members. REC */
  rememberExpiresAt: timestamp,
  /** Seen, in no specification; its meaning is unknown. */
  certificateVersion: unknownValue,
  /** Opted in to features under trial. SPEC */
  experimentalFeatures: boolean,

  // What is paid for
  /** Missing after a Home switch. SPEC, REC */
  subscription: subscriptionSchema,
  /** Text to show, such as "Lifetime Plex Pass". REC */
  subscriptionDescription: text,
  /** Current ones; only sent on request. */
  subscriptions: v.array(subscriptionRecordSchema),
  /** Only sent on request. */
  pastSubscriptions: v.array(subscriptionRecordSchema),
  /** Only sent on request. */
  trials: v.array(trialSchema),
  /** Which paid apps are unlocked: "all", "roku", "ios" … Open. REC */
  entitlements: stringList,
  /** ["plexpass"]. Open. REC */
  roles: stringList,
  /** Plex's own back-ends; missing after a Home switch. REC */
  services: v.array(serviceSchema),

  // Playback
  /** Missing in some replies. SPEC */
  profile: profileSchema,

  // Plex Home
  /** Is in a Plex Home. SPEC */
  home: boolean,
  /** Members, the owner included; 1 is no Home. REC */
  homeSize: integer,
  /** 15 in every reply seen. */
  maxHomeSize: integer,
  /** Runs the Home. SPEC */
  homeAdmin: boolean,
  /** Is the Home's guest seat. SPEC */
  guest: boolean,
  /** Is a managed member. SPEC */
  restricted: boolean,
  /** The same, misspelt, in some replies. */
  restriced: boolean,
  /** little_kid, older_kid, teen. Open. */
  restrictionProfile: text,
  /** REC, in no specification. */
  customRestrictions: customRestrictionsSchema,
  /** A Home PIN is set. SPEC */
  protected: boolean,
  /** A hash of the Home PIN. SPEC, deprecated. */
  pin: secret,
  /** null is no. SPEC */
  anonymous: boolean,

  // Privacy and mail
  /** null is not asked. REC */
  adsConsent: boolean,
  /** Epoch seconds. */
  adsConsentSetAt: timestamp,
  /** Epoch seconds: when Plex asks again. */
  adsConsentReminderAt: timestamp,
  /** active, unsubscribed, removed, error. Open. REC */
  mailingListStatus: text,
  /** Receives Plex's mail. SPEC */
  mailingListActive: boolean,
  /** Media type numbers, comma-separated; 10 is a track. REC */
  scrobbleTypes: text,
  /** A private mail address that adds to the watch-later queue. */
  queueEmail: secret,
  queueUid: secret,

  // What apps keep at plex.tv
  /** REC, in no specification. */
  settings: v.array(settingSchema),
  /** Always [] so far. REC, in no specification. */
  providers: unknownValue,
  /** Seen, in no specification; its meaning is unknown. */
  cloudSyncDevice: unknownValue,
});

export type SubscriptionRecord = v.InferOutput<typeof subscriptionRecordSchema>;
export type Subscription = v.InferOutput<typeof subscriptionSchema>;
export type Service = v.InferOutput<typeof serviceSchema>;
export type Profile = v.InferOutput<typeof profileSchema>;
export type Setting = v.InferOutput<typeof settingSchema>;
export type Trial = v.InferOutput<typeof trialSchema>;

/** Something that came otherwise than the schema says; `came` has its secrets hidden. */
export type UnexpectedValue = { path: string; received: Redacted };
/** A key that the schema does not know, with its value, secrets hidden. */
type UnknownField = { path: string; value: Redacted };

export type Account = v.InferOutput<typeof accountSchema> & {
  unexpectedValues: UnexpectedValue[];
  unknownFields: UnknownField[];
  /** The whole reply as it came, secrets hidden. */
  received: Record<string, Redacted>;
};
