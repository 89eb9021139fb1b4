import type { Pin } from './create-pin.ts';
import type { PlexClient } from './http/client.ts';
import { productName } from './http/client-headers.ts';

/** Account settings: two-factor sign-in, password, e-mail address, subscription. */
export const accountSettingsUrl = 'https://app.plex.tv/desktop/#!/settings/account';

/** The devices that are signed in to the account. A person can remove each of them there. */
export const authorizedDevicesUrl = 'https://app.plex.tv/desktop/#!/settings/devices';

/** The members of the Plex Home, their PINs and the guest seat. */
export const plexHomeUrl = 'https://app.plex.tv/desktop/#!/settings/plex-home';

/** The people with whom the account shares libraries. */
export const librarySharingUrl = 'https://app.plex.tv/desktop/#!/settings/manage-library-access';

/** The webhooks: addresses to which plex.tv reports what is played. */
export const webhooksUrl = 'https://app.plex.tv/desktop/#!/settings/webhooks';

/** Plex's privacy policy, which says how to ask for one's data and how to have it deleted. */
export const privacyPolicyUrl = 'https://www.plex.tv/about/privacy-legal/';

/** Plex's article about a new password, with the choice to sign out all devices. */
export const passwordResetHelpUrl = 'https://support.plex.tv/articles/account-requires-password-reset/';

/** Plex's article about claiming a media server again. */
export const claimServerHelpUrl =
  'https://support.plex.tv/articles/204281528-why-am-i-locked-out-of-server-settings-and-how-do-i-get-in/';

/** Plex's article about changing and cancelling subscriptions. It lists the stores that sell them. */
export const subscriptionHelpUrl = 'https://support.plex.tv/articles/201580107-plex-pass-subscription-management/';

/**
 * The address of plex.tv's own sign-in page for a strong PIN. All its values are in the fragment, which browsers send
 * to no server and in no Referer header.
 *
 * @param forwardUrl the page that plex.tv leads back to. Without it, plex.tv says that its page can be closed.
 */
export function signInPageUrl(client: PlexClient, { code }: Pick<Pin, 'code'>, forwardUrl?: string): string {
  const fields = [
    ['clientID', client.clientIdentifier],
    ['code', code],
    ...(forwardUrl ? [['forwardUrl', forwardUrl]] : []),
    ['context[device][product]', productName],
  ];
  // URLSearchParams would write a space as "+", which plex.tv's page may not read as a space.
  return `https://app.plex.tv/auth#?${fields.map((field) => field.map(encodeURIComponent).join('=')).join('&')}`;
}

/** The address of the page where a person enters the 4 characters of a short PIN. They are already filled in. */
export function linkPageUrl({ code }: Pick<Pin, 'code'>): string {
  return `https://plex.tv/link/?pin=${encodeURIComponent(code)}`;
}
