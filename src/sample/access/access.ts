import type { SampleAccount } from '../accounts/base-account.ts';
import { inventedSecret } from '../accounts/invented-secret.ts';
import type { Refusal } from '../refusals.ts';

/** The account and the client of a request, and its time. */
export type Viewer = {
  now: Date;
  account: SampleAccount;
  /** The client of this request, from its `X-Plex-…` headers. */
  client: {
    identifier: string;
    name: string;
    product: string;
    version: string;
    platform: string;
    platformVersion: string;
  };
};

/** A device as plex.tv's XML has it. All values are attributes. */
export type SampleDevice = Readonly<Record<string, string | number>> & { id: number; clientIdentifier: string };

/** The people and devices with access to an account, as plex.tv sends them. */
export type SampleAccess = {
  home: object;
  devices: readonly SampleDevice[];
  friends: readonly unknown[];
  invitations: readonly unknown[];
  resources: readonly unknown[];
  privacy: object;
  watchStateSync: object;
  optOuts: readonly { key: string; value: string }[];
  /** plex.tv refuses the webhooks of an account without a Plex Pass. */
  webhooks: readonly unknown[] | Refusal;
};

/** The public address of the person. */
export const homeAddress = '198.51.100.24';

/** The token of a device, which plex.tv sends along. It is a credential of that device. */
export function deviceToken(clientIdentifier: string): string {
  return inventedSecret(`device ${clientIdentifier}`);
}

/** 40 hexadecimal digits: the identifier of a media server. */
export function serverIdentifier(name: string): string {
  return inventedSecret(`server ${name}`, 40, '0123456789abcdef');
}
