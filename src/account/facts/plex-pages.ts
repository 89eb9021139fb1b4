/** Two-factor sign-in, password, e-mail and subscription. The Home PIN is one step away, under "Plex Home". */
export const accountSettingsUrl = 'https://app.plex.tv/desktop/#!/settings/account';

export const devicesUrl = 'https://app.plex.tv/desktop/#!/settings/devices';
