/*
 * The meanings of the keys of `subscription.features`, by group. plex.tv publishes no list of them. A line is
 * `key: meaning`. A star marks a stated meaning: a text of Plex or of another client calls the key a perk. Every other
 * meaning is inferred from the name; a key without a meaningful name has none.
 * The keys come from recorded replies of 2021-24 and from the list in plex-api.rs.
 *
 * Text is shorter to read and to load than objects. `featureGroups` parses it.
 */
export const featureMeanings: readonly [title: string, lines: string][] = [
  [
    'Playback',
    `
* trailers: Trailers and extras
* boost-voices: Louder voices
* volume-leveling: Even loudness
adaptive_bitrate: Quality that follows your connection
ad-countdown-timer: Countdown in advert breaks
Android - Dolby Vision: Dolby Vision on Android
Android - PiP: Picture in picture on Android
avod-ad-analysis: Analysis of adverts in free streams
avod-new-media: New media in free streams
drm_support: Copy-protected streams
global-continue-watching: Continue watching across sources
intro-markers: Where intros begin and end
loudness: Loudness measured
news_local_now: Local news
retro-games: Retro games
retro-games-plex-tv: Retro games on plex.tv
scrobbling-service-plex-tv: What you watched, recorded by plex.tv
spring_serve_ad_provider: Adverts by SpringServe
Subtitles on Demand: Subtitle search
vod: Plex’s own streams on demand
vod-schema: Data format of streams on demand
vod_channels: Channels of streams on demand
vod_cloudflare: Streams on demand through Cloudflare
vod_subtitles: Subtitles for streams on demand
watchlist: Watchlist
watchlist-rss: Watchlist as an RSS feed
webshows: Web shows`,
  ],
  [
    'Music',
    `
* lyrics: Lyrics
* music-analysis: Analysis of how tracks sound
album-types: Albums by type
artist-tv: Music videos by artist
chromecast-music-mp: Music on Chromecast
client-radio-stations: Radio stations in apps
companions_sonos: Sonos speakers
music: Music
music_preview: Previews of music
music_videos: Music videos
podcasts: Podcasts
premium_music_metadata: Richer details about music
radio: Radio
shared-radio: Radio from shared libraries
silence-removal: Silence skipped in Plexamp
sleep-timer: Sleep timer in Plexamp
sonos-client-feature: Plex in the Sonos app
sweet-fades: Smooth transitions in Plexamp
tunefind-clients: Songs in shows, by Tunefind
tunefind-vod: Songs in streams on demand, by Tunefind
visualizers: Visualizers in Plexamp`,
  ],
  [
    'Live TV and DVR',
    `
* dvr: Recording live TV
* allow_dvr: Recording live TV
client-non-destructive-comskip: Adverts in recordings skipped, not cut
cloud-livetv: Live TV without a tuner
dvr-block-unsupported-countries: No DVR in countries without support
epg-recent-channels: Recent channels in the TV guide
lightning-dvr-pivot: A change to the DVR
live-tv-channels-grid: Channels as a grid
live-tv-grid-pagination: Channel grid in pages
live-tv-on-plex-subtitles: Subtitles for live TV on Plex
live-tv-support-incomplete-segments: Live TV with incomplete segments
livetv: Live TV
livetv-platform-specific: Live TV on particular platforms
tuner-sharing: Sharing of a TV tuner
unsupportedtuners: TV tuners without support
web-desktop-gracenote-banner: Gracenote banner in the web app
web-desktop-live-tv-chromecast-remote-player: Live TV from the web app to Chromecast
web-desktop-v4-dvr-setup: DVR set-up in the web app`,
  ],
  [
    'Photos',
    `
camera_upload: Camera upload (retired)
imagga-v2: Tags for photos, by Imagga
item_clusters: Photos in clusters
nominatim: Place names for photos
photo_autotags: Automatic tags for photos
photos-favorites: Favourite photos
photos-metadata-edition: Editing details of photos
photos-v5: Photos, version 5
photosV6-edit: Photo editing
photosV6-tv-albums: Photo albums on TV`,
  ],
  [
    'Downloads',
    `
* sync: Downloads
* grandfather-sync: Downloads, kept from earlier terms
* downloads-gating: Who may download
cloudsync: Copies in cloud storage (retired)
Sync v3: Downloads, version 3`,
  ],
  [
    'Server',
    `
* hardware_transcoding: Converting video on the graphics chip
* hwtranscode: Converting video on the graphics chip
* session_kick: Stopping someone’s stream
* webhooks: Webhooks
collections: Collections
download_certificates: Certificates for download
le_isrg_root_x1: Let’s Encrypt root certificate
lets_encrypt: Let’s Encrypt certificates
metadata: Details about media
metadata_search: Search in details about media
optimize-server-users-endpoint: Faster list of a server’s users
pms_health: Health of Plex Media Server
premium-dashboard: Dashboard with more in it
save-to-library: Saving to a library
server-manager: Server manager
session_bandwidth_restrictions: Limits on the bandwidth of streams
transcoder_cache: Cache for converted video
universal-search: Search everywhere
web-log-viewer: Log viewer in the web app
web_server_dashboard: Server dashboard in the web app`,
  ],
  [
    'Sharing and Home',
    `
comments_and_replies_push_notifications: Notices of comments and replies
community-phase0: Plex community, first phase
community-phase0-web: Plex community on the web, first phase
community_access_plex_tv: Access to the Plex community
content_filter: Limits on what others see
custom-home-removal: Leaving a Plex Home
disable_home_user_friendships: No friendships inside a Home
disable_sharing_friendships: No friendships by sharing
exclude restrictions: Restrictions that exclude
friend_request_push_notifications: Notices of friend requests
home: Plex Home
parental-controls: Parental controls
shared_server_notification: Notices of shared servers
shared_source_notification: Notices of shared sources
singleitemsharing: Sharing of single items
users-and-sharing: Page for users and sharing
watch-together-20200520: Watch together (May 2020)
watch-together-invite: Invitations to watch together
web-share-v2: Sharing in the web app, version 2`,
  ],
  [
    'Account',
    `
* pass: Plex Pass
blacklist_get_signin: An old way to sign in, blocked
cloudflare-turnstile-required: Cloudflare’s check for robots
create_anonymous_users: Anonymous accounts
federated-auth: Sign-in through another service
guided-upgrade: Guided upgrade
HRK_enable_EUR: Euro instead of Croatian kuna
increase-password-complexity: Stricter rules for passwords
ios14-privacy-banner: Privacy banner on iOS 14
iterable-notification-tokens: Notices sent by Iterable
keep-payment-method: Payment method kept
korea-consent: Consent in Korea
new_plex_pass_prices: New prices of Plex Pass
rate-limit-client-token: Limit on requests
require-plex-nonce: One-time numbers required
signin_notification: Notice of a new sign-in
signin_with_apple: Sign-in with Apple
two-factor-authentication: Two-factor sign-in
two-factor-authentication-clients: Two-factor sign-in in apps
upgrade-3ds2: Card payments with 3-D Secure 2`,
  ],
  [
    'Experiments',
    `
amazon-loop-debug: Debugging on Amazon devices
bypass-web-navbar-upsell-modal: Web app without an upgrade message
conan_redirect_alpha: Redirect test (alpha)
conan_redirect_beta: Redirect test (beta)
conan_redirect_nightlies: Redirect test (nightlies)
conan_redirect_nightly: Redirect test (nightly)
conan_redirect_public: Redirect test (public)
conan_redirect_qa: Redirect test (QA)
CU Sunset: End of something called CU
kevin-bacon
news-provider-sunset-modal: Message about the end of news
spotlight-style-hub: Row in spotlight style
TREBLE-show-features
type-first: Navigation by type of media
ultrablur: Blurred backgrounds
user-profile-whats-new: What’s new, in the user profile
web-desktop-v4-home: Home page of the web app, version 4
web-desktop-v4-pre-plays: Pages before playback, version 4`,
  ],
];
