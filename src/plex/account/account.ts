import * as v from 'valibot';
import { isRecord } from '../http/is-record.ts';
import type { Redacted } from '../secrets/redact.ts';
import type { ReceivedReply } from './parse-reply.ts';
import { boolean, integer, replyObject, secret, stringList, text, timestamp, unknownValue } from './reply-fields.ts';

/*
 * Every key of an account, once. Any key may be missing, null or of another type.
 *
 * Sources:
 *   SPEC  the published OpenAPI description of plex.tv (LukeHagar/plex-api-spec)
 *   REC   recorded replies of 2021-22 (andrey-yantsen/plex-api.rs) and 2024 (LukeHagar/plex-api-spec)
 *   NEW   replies of 2026
 *   NAME  a guess from the key's name
 *
 * "Open" means that other values than the listed ones may be sent.
 */

/** The current subscription. REC */
const subscriptionSchema = replyObject({
  /** Whether the account has a Plex Pass. The entitlements do not show that. */
  active: boolean,
  /** "Active" or "Inactive"; the code of one client also knows Canceled, PendingCancellation, Ended, Lapsed. Open. */
  status: text,
  /** Start, ISO 8601. Still set after a subscription has ended. */
  subscribedAt: timestamp,
  /** The payment provider: "braintree" is Plex's own card payment. Open. */
  paymentService: text,
  /** "lifetime", "monthly". Open. */
  plan: text,
  /** Rollout flags and Plex Pass perks, mixed. */
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
  /** A payment failed, and the subscription still runs. NAME */
  gracePeriod: boolean,
  /** Paused. NAME */
  onHold: boolean,
  /** plex.tv would offer to reactivate it now. NAME */
  canReactivate: boolean,
  /** plex.tv would offer a larger plan now. NAME */
  canUpgrade: boolean,
  /** plex.tv would offer a smaller plan now. NAME */
  canDowngrade: boolean,
  /** plex.tv would offer another kind of plan now. NAME */
  canConvert: boolean,
  /** "plexpass". Open. */
  type: text,
  /** Moved between accounts; always null so far. NAME */
  transfer: unknownValue,
  /** "ended" for past ones, "active" for current ones. Open. */
  state: text,
});

/** One of Plex's own backend services, with its credentials for this account. REC */
const serviceSchema = replyObject({
  /** Such as "epg", "lyricfind-search". Open. */
  identifier: text,
  /** URL. One of them is plain http. */
  endpoint: text,
  /** Credential: 20 characters, or a JWT. */
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
  /** Language codes in order of preference. Comma-separated since July 2026. */
  defaultAudioLanguages: stringList,
  /** 0 no preference against ordinary audio, 1 prefer accessible, 2 only accessible, 3 only ordinary. */
  defaultAudioAccessibility: integer,
  /** Language code. */
  defaultSubtitleLanguage: text,
  /** Language codes in order of preference. */
  defaultSubtitleLanguages: stringList,
  /** 0 manual, 1 with foreign audio, 2 always. */
  autoSelectSubtitle: integer,
  /** For the deaf and hard of hearing (SDH): 0 prefer without, 1 prefer with, 2 only with, 3 only without. */
  defaultSubtitleAccessibility: integer,
  /** Forced subtitles: 0 prefer without, 1 prefer with, 2 only with, 3 only without. */
  defaultSubtitleForced: integer,
  /** 0 none, 1 movies and shows, 2 movies, 3 shows. */
  watchedIndicator: integer,
  /** Sources disagree about the meaning of the numbers. */
  mediaReviewsVisibility: integer,
  /** Language codes. */
  mediaReviewsLanguages: stringList,
  /** NEW, in no specification. */
  mediaPostsVisibility: boolean,
});

/** Limits of a managed user, by kind of library. REC 2022, in no specification. */
const customRestrictionsSchema = replyObject({
  all: unknownValue,
  movies: unknownValue,
  music: unknownValue,
  photos: unknownValue,
  television: unknownValue,
});

/** A setting that a Plex app stores at plex.tv. REC 2022, in no specification. */
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

/** A trial. All recorded lists are empty, so we assume the form of a subscription record. Other values stay as sent. */
const trialSchema = v.lazy((value) => (isRecord(value) ? subscriptionRecordSchema : unknownValue)) as v.GenericSchema<
  unknown,
  SubscriptionRecord | Exclude<Redacted, { [key: string]: Redacted }>
>;

export const accountSchema = replyObject({
  // Identity
  /** Account number. SPEC */
  id: integer,
  /** 16 hexadecimal digits. SPEC */
  uuid: text,
  /** "" for managed users. REC */
  username: text,
  /** The name plex.tv shows: friendly name or username. SPEC */
  title: text,
  /** "" for managed users. REC */
  email: text,
  /** Full name, often "". REC */
  friendlyName: text,
  /** URL of the avatar. REC */
  thumb: text,
  /** ISO 3166, two letters. SPEC */
  country: text,
  /** null in every reply seen. */
  locale: text,
  /** Epoch seconds. SPEC */
  joinedAt: timestamp,
  /** The partner that referred the account to Plex. null in every reply seen. NAME */
  attributionPartner: text,

  // Sign-in
  /** The e-mail address is confirmed. Normally false for managed users. SPEC */
  confirmed: boolean,
  /** false for managed users, and for accounts made with Google or Apple (in the past, Facebook). REC */
  hasPassword: boolean,
  /** Sign-in accepts the e-mail address and not the username. SPEC */
  emailOnlyAuth: boolean,
  /** Sign-in also asks for a verification code. SPEC */
  twoFactorEnabled: boolean,
  /** Two-factor backup codes exist. SPEC */
  backupCodesCreated: boolean,
  /** The token of this session. It gives full access to the account. */
  authToken: secret,
  /** Epoch seconds, about 14 days after sign-in. null for managed users. REC */
  rememberExpiresAt: timestamp,
  /** Seen, in no specification. Its meaning is unknown. */
  certificateVersion: unknownValue,
  /** The account takes part in experimental features. SPEC */
  experimentalFeatures: boolean,

  // Subscription
  /** Missing after a switch of Home users. SPEC, REC */
  subscription: subscriptionSchema,
  /** Display text, such as "Lifetime Plex Pass". REC */
  subscriptionDescription: text,
  /** Current subscriptions. Only sent on request. */
  subscriptions: v.array(subscriptionRecordSchema),
  /** Only sent on request. */
  pastSubscriptions: v.array(subscriptionRecordSchema),
  /** Only sent on request. */
  trials: v.array(trialSchema),
  /** The paid apps that are unlocked: "all", "roku", "ios" … Open. REC */
  entitlements: stringList,
  /** ["plexpass"]. Open. REC */
  roles: stringList,
  /** Plex's own backend services. Missing after a switch of Home users. REC */
  services: v.array(serviceSchema),

  // Playback
  /** Missing in some replies. SPEC */
  profile: profileSchema,

  // Plex Home
  /** Belongs to a Plex Home. SPEC */
  home: boolean,
  /** Number of members, with the owner. 1 means no Home. REC */
  homeSize: integer,
  /** 15 in every reply seen. */
  maxHomeSize: integer,
  /** Is an admin of the Home. SPEC */
  homeAdmin: boolean,
  /** Is the guest user of the Home. SPEC */
  guest: boolean,
  /** Is a managed user. SPEC */
  restricted: boolean,
  /** The same key, misspelled in some replies. */
  restriced: boolean,
  /** little_kid, older_kid, teen. Open. */
  restrictionProfile: text,
  /** REC, in no specification. */
  customRestrictions: customRestrictionsSchema,
  /** A Home PIN is set. SPEC */
  protected: boolean,
  /** A hash of the Home PIN. SPEC, deprecated. */
  pin: secret,
  /** null means no. SPEC */
  anonymous: boolean,

  // Privacy and mail
  /** null means that Plex has not asked yet. REC */
  adsConsent: boolean,
  /** Epoch seconds. */
  adsConsentSetAt: timestamp,
  /** Epoch seconds. Plex asks again then. */
  adsConsentReminderAt: timestamp,
  /** active, unsubscribed, removed, error. Open. REC */
  mailingListStatus: text,
  /** Receives mail from Plex. SPEC */
  mailingListActive: boolean,
  /** Media type numbers, comma-separated; 10 is a track. REC */
  scrobbleTypes: text,
  /** A private e-mail address. Mail to it adds to the watch-later queue. */
  queueEmail: secret,
  queueUid: secret,

  // Data that apps store at plex.tv
  /** REC, in no specification. */
  settings: v.array(settingSchema),
  /** Always [] so far. REC, in no specification. */
  providers: unknownValue,
  /** Seen, in no specification. Its meaning is unknown. */
  cloudSyncDevice: unknownValue,
});

export type SubscriptionRecord = v.InferOutput<typeof subscriptionRecordSchema>;
export type Subscription = v.InferOutput<typeof subscriptionSchema>;
export type Service = v.InferOutput<typeof serviceSchema>;
export type Profile = v.InferOutput<typeof profileSchema>;
export type Setting = v.InferOutput<typeof settingSchema>;
export type Trial = v.InferOutput<typeof trialSchema>;

export type { UnexpectedValue } from './parse-reply.ts';

export type Account = v.InferOutput<typeof accountSchema> &
  ReceivedReply & {
    /** For each list that plex.tv sent inside an object: its path, and the path in the reply. See `unwrapLists`. */
    wrappedLists: Readonly<Record<string, string>>;
    /** Only while long lists are still missing, see `beginAccount`: reads them, and returns the whole account. */
    readLongLists?: () => Promise<Account>;
  };
