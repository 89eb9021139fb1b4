/*
 * Words that people look for and that the page does not use, by the path of the fact or the id of the section. The page's
 * own words need no entry.
 */
const everydayWords: Readonly<Record<string, string>> = {
  // Sections
  subscription: 'membership billing plan pass account type expires cancel',
  'past-subscriptions': 'history earlier former old expired',
  trials: 'free trial test month',
  security: 'safety checkup protection 2fa hacked',
  'plex-home': 'family household people users members',
  devices: 'apps phones tv players signed in logged in sessions ghosts clients',
  sharing: 'friends share libraries invite invitations access',
  services: 'providers keys connections',
  profile: 'about me identity languages',
  privacy: 'ads tracking consent newsletter spam marketing',
  everything: 'raw json api keys fields data',

  // Subscription
  'subscription.active': 'premium member',
  'subscription.plan': 'price monthly yearly lifetime subscription type',
  'subscription.paymentService': 'card money pay paid credit debit bank bill billing cost invoice',
  'subscription.subscribedAt': 'started bought since',
  'subscriptions[].endsAt': 'until expires expiry end stops last day cancelled',
  'subscriptions[].renewsAt': 'next payment charge bill renewal',
  'subscriptions[].canceled': 'cancelled canceled stopped',
  'subscriptions[].gracePeriod': 'failed payment overdue',
  'subscriptions[].onHold': 'paused',
  'pastSubscriptions[].endsAt': 'until expired',
  'pastSubscriptions[].canceled': 'cancelled canceled',
  'trials[].endsAt': 'until expired',
  entitlements: 'apps unlocked mobile phone activation',
  roles: 'groups',

  // Sign-in
  twoFactorEnabled: '2fa tfa mfa totp authenticator second factor security code',
  backupCodesCreated: 'recovery codes emergency',
  confirmed: 'verified mail address',
  hasPassword: 'passphrase',
  emailOnlyAuth: 'login log in',
  rememberExpiresAt: 'session login logout log out expires device stay signed in',
  authToken: 'x-plex-token access key api',
  experimentalFeatures: 'beta labs preview',

  // Plex Home
  home: 'family household',
  homeSize: 'people family users persons',
  maxHomeSize: 'people limit most',
  homeAdmin: 'owner manager parent',
  restricted: 'kid child parental control',
  restrictionProfile: 'kid child age parental control',
  customRestrictions: 'parental control limits ratings',
  protected: 'pin code lock switch',
  guest: 'visitor',

  // Person
  title: 'name nickname',
  username: 'user name login handle',
  email: 'mail address',
  friendlyName: 'real name',
  country: 'region nation land where from',
  locale: 'language region',
  joinedAt: 'since member age registered created signed up',
  id: 'user id number',
  uuid: 'user id',
  thumb: 'picture photo image face',
  attributionPartner: 'referral referred',
  'profile.autoSelectAudio': 'sound automatic',
  'profile.defaultAudioLanguage': 'sound voice dub dubbed',
  'profile.defaultAudioLanguages': 'sound voice dub dubbed',
  'profile.autoSelectSubtitle': 'captions subs closed captions cc',
  'profile.defaultSubtitleLanguage': 'captions subs',
  'profile.defaultSubtitleLanguages': 'captions subs',
  'profile.defaultSubtitleAccessibility': 'captions closed cc deaf',
  'profile.watchedIndicator': 'seen played',

  // Privacy
  adsConsent: 'advertising adverts tracking gdpr opt out',
  adsConsentReminderAt: 'advertising reminder',
  mailingListStatus: 'newsletter e-mail marketing subscribed spam',
  mailingListActive: 'mail e-mail marketing unsubscribe spam',
  scrobbleTypes: 'history watched tracking',
  queueEmail: 'watch later mail address',
  'user/view_state_sync/consent': 'history watched tracking sync',
  'user/privacy/optOutPlayback': 'tracking statistics telemetry opt out',
  'user/privacy/optOutLibraryStats': 'tracking statistics telemetry opt out',
  'user/webhooks': 'webhook scrobble',
  'user/settings/opt_outs/count': 'vod news podcasts live tv switched off',
};

/** @param key the path of a fact, such as `subscriptions[0].endsAt`, or the id of a section. */
export function everydayWordsFor(key: string): string {
  const anyIndex = key.replace(/\[\d+\]/g, '[]');
  return (Object.hasOwn(everydayWords, anyIndex) && everydayWords[anyIndex]) || '';
}
