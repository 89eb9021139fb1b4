/** Where users manage two-factor sign-in, password, e-mail, subscription and, under "Plex Home", the Home PIN. */
export const accountSettingsUrl = 'https://app.plex.tv/desktop/#!/settings/account';

/** The list of authorized devices, where a user can end any sign-in. */
export const devicesUrl = 'https://app.plex.tv/desktop/#!/settings/devices';
