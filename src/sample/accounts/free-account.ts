import { avatarAddress, baseAccount, type SampleAccount } from './base-account.ts';
import { unixDaysFrom } from './days.ts';
import { earlyServices } from './services.ts';

/** A free account without a Plex Home, in the format of 2022: no `roles`, no `attributionPartner`. */
export function freeAccount(now: Date): SampleAccount {
  const { attributionPartner: _, ...account } = baseAccount(now);
  return {
    ...account,
    id: 73310452,
    uuid: 'b41f0e6a93c7d528',
    thumb: avatarAddress('b41f0e6a93c7d528'),
    username: 'nina.okafor',
    title: 'nina.okafor',
    email: 'nina@example.com',
    country: 'NG',
    joinedAt: unixDaysFrom(now, -96.3),
    anonymous: null,
    services: earlyServices('nina'),
  };
}
