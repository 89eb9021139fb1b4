function list(text: string): string[] {
  return text.split(',').map((name) => name.trim());
}

const commonFlags = list(`guided-upgrade, increase-password-complexity, upgrade-3ds2, ad-countdown-timer,
  adaptive_bitrate, amazon-loop-debug, Android - Dolby Vision, Android - PiP, avod-new-media, CU Sunset,
  client-radio-stations, cloudflare-turnstile-required, friend_request_push_notifications, community_access_plex_tv,
  companions_sonos, custom-home-removal, disable_sharing_friendships, drm_support, federated-auth, home,
  ios14-privacy-banner, iterable-notification-tokens, keep-payment-method, kevin-bacon, lets_encrypt, livetv,
  lightning-dvr-pivot, live-tv-support-incomplete-segments, tuner-sharing, metadata_search, vod_cloudflare,
  new_plex_pass_prices, photos-favorites, photos-metadata-edition, pms_health, rate-limit-client-token,
  shared_server_notification, scrobbling-service-plex-tv, collections, radio, exclude restrictions, signin_with_apple,
  spring_serve_ad_provider, transcoder_cache, TREBLE-show-features, two-factor-authentication, unsupportedtuners,
  vod-schema, watch-together-invite, web_server_dashboard`);

const passPerks = list(`pass, hardware_transcoding, hwtranscode, dvr, allow_dvr, epg-recent-channels,
  dvr-block-unsupported-countries, trailers, lyrics, music-analysis, premium_music_metadata, music_videos, album-types,
  boost-voices, volume-leveling, visualizers, sweet-fades, silence-removal, sleep-timer, sync, grandfather-sync,
  downloads-gating, cloudsync, camera_upload, photosV6-edit, photosV6-tv-albums, item_clusters, imagga-v2, nominatim,
  webhooks, session_kick, session_bandwidth_restrictions, content_filter, premium-dashboard, signin_notification,
  global-continue-watching`);

const passFlags = list(`type-first, live-tv-channels-grid, Subtitles on Demand, web-log-viewer, save-to-library,
  users-and-sharing, web-share-v2, sonos-client-feature, artist-tv, singleitemsharing, metadata, parental-controls,
  vod_subtitles, watchlist, watchlist-rss, retro-games, intro-markers, client-non-destructive-comskip, Sync v3,
  spotlight-style-hub, live-tv-on-plex-subtitles, require-plex-nonce`);

/** 50 rollout flags. Recorded free accounts have 35 to 59. */
export const freeFeatures: readonly string[] = commonFlags;

/** 108 perks and rollout flags, mixed as plex.tv sends them. Recorded accounts with a Plex Pass have 94 to 117. */
export const passFeatures: readonly string[] = [...commonFlags, ...passPerks, ...passFlags].sort();
