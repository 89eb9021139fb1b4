import type { Device, DeviceList } from '../../plex/access/devices.ts';
import { isMediaServer } from '../../plex/access/is-media-server.ts';
import type { ReceivedReply } from '../../plex/account/parse-reply.ts';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { asReceived } from '../facts/as-received.ts';
import { isVisible } from '../facts/display-name.ts';
import { factBuilder } from '../facts/fact-builder.ts';
import { asDate, asItems, asNumber, asText } from '../facts/fact-values.ts';
import { lastSeenValue } from '../facts/last-seen.ts';
import { wasSeenBefore } from '../facts/long-unused.ts';
import { mediaServerOutSince } from '../facts/media-server-release.ts';
import { sourcePath } from '../facts/source-path.ts';
import { type DeviceKind, deviceKind } from './device-kind.ts';

/** The reply about devices: its data beside the values that this page did not expect or know. */
export type DevicesReply = { data: DeviceList } & Pick<ReceivedReply, 'unexpectedValues' | 'unknownFields'>;

type RowContext = {
  reply: DevicesReply;
  thisClientIdentifier: string | undefined;
  /** The address to compare with; undefined when a comparison has no meaning. */
  addressNow: string | undefined;
  now: Date;
  /** Devices that were last seen earlier count as unused for long. */
  unusedBefore: Date;
};

/** The longer values are getters: an account may have thousands of devices, and few are drawn. */
export class DeviceRow {
  readonly device: Device;
  /** The place of the device in the reply: `Device[3]`. It is unique, unlike ids and names. */
  readonly path: string;
  readonly isThisBrowser: boolean;
  readonly isServer: boolean;
  readonly isLongUnused: boolean;
  readonly #index: number;
  readonly #context: RowContext;
  #searchable: string | undefined;

  constructor(device: Device, index: number, context: RowContext) {
    const { thisClientIdentifier, unusedBefore } = context;
    this.device = device;
    this.path = `Device[${index}]`;
    this.isThisBrowser = device.clientIdentifier !== null && device.clientIdentifier === thisClientIdentifier;
    this.isServer = isMediaServer(device);
    this.isLongUnused = !this.isThisBrowser && wasSeenBefore(device, unusedBefore);
    this.#index = index;
    this.#context = context;
  }

  /** The `data-fact` of the row, so that Find can go to it: `devices[3]`. */
  get fact(): string {
    return `devices[${this.#index}]`;
  }

  get name(): string {
    return deviceName(this.device);
  }

  get kind(): DeviceKind {
    return deviceKind(this.device);
  }

  /** Whether the person may choose it: plex.tv gave it a number, and it is not this browser. */
  get canSignOut(): boolean {
    return this.device.id !== null && !this.isThisBrowser;
  }

  /** Whether it was last seen from another address than the one plex.tv sees now. */
  get isElsewhere(): boolean {
    const { addressNow } = this.#context;
    const { publicAddress } = this.device;
    return !this.isThisBrowser && addressNow !== undefined && publicAddress !== null && publicAddress !== addressNow;
  }

  /** "Plex for iOS 2026.14" */
  get app(): string {
    return appText(this.device);
  }

  get lastSeen(): FactValue {
    return this.isThisBrowser ? { text: 'Now' } : lastSeenValue(this.device.lastSeenAt, this.#context.now);
  }

  /** "Over a year old", for the version of a server. */
  get versionWarning(): string | undefined {
    const { productVersion, version } = this.device;
    const outSince = this.isServer ? mediaServerOutSince(productVersion ?? version) : undefined;
    return outSince && outSince < this.#context.unusedBefore ? 'Over a year old' : undefined;
  }

  /** The text that the filter searches, in lower case. */
  get searchable(): string {
    this.#searchable ??= searchableText(this.device);
    return this.#searchable;
  }

  get facts(): Fact[] {
    const { reply, now } = this.#context;
    return facts(this.device, this.path, reply, now).map((fact) => ({
      ...fact,
      ...(fact.path && { path: sourcePath('devices', fact.path) }),
    }));
  }
}

function deviceName({ name, product, platform }: Device): string {
  return [name, product, platform].find((text) => isVisible(text ?? '')) ?? 'Device without a name';
}

/** "Plex for iOS 2026.14", "Plex Web 4.72, Safari". The platform is left out where the app's name has it. */
function appText({ product, productVersion, version, platform }: Device): string {
  const shortVersion = /^v?(\d+(?:\.\d+)?)/.exec(productVersion ?? version ?? '')?.[1];
  const app = [product ?? 'Unknown app', shortVersion].filter(Boolean).join(' ');
  const hasPlatform = platform && (product ?? '').toLowerCase().includes(platform.toLowerCase());
  return platform && !hasPlatform ? `${app}, ${platform}` : app;
}

function searchableText(device: Device): string {
  const { name, product, productVersion, platform, publicAddress, model, vendor } = device;
  const texts = [name, product, productVersion, platform, device.device, model, vendor, publicAddress];
  return texts.filter(Boolean).join('\n').toLowerCase();
}

function facts(device: Device, path: string, reply: DevicesReply, now: Date): Fact[] {
  const { unexpectedValues, unknownFields } = reply;
  const fact = factBuilder(device, path, unexpectedValues);
  return [
    fact('name', 'Name', personalText),
    fact('product', 'App', asText),
    fact('productVersion', 'Version', asText),
    ...(device.version === device.productVersion ? [] : [fact('version', 'Version, second field', asText)]),
    fact('platform', 'Platform', asText),
    fact('platformVersion', 'Platform version', asText),
    fact('device', 'Device', asText),
    fact('model', 'Model', asText),
    fact('vendor', 'Maker', asText),
    fact('lastSeenAt', 'Last seen', asDate(now)),
    fact('createdAt', 'First seen', asDate(now)),
    fact('publicAddress', 'Public address', personalText),
    fact('provides', 'Can act as', asItems('None')),
    fact('screenResolution', 'Screen', asText),
    fact('screenDensity', 'Screen density', asText),
    fact('clientIdentifier', 'Client identifier', personalText),
    fact('id', 'Number at plex.tv', personalText),
    ...device.connections.map(({ uri }, index): Fact => {
      const value: FactValue = uri ? personalText(uri) : { text: 'None', isEmpty: true };
      return { label: 'Own address', value, path: `${path}.Connection[${index}].uri` };
    }),
    ...device.syncLists.map(
      ({ itemsCompleteCount }, index): Fact => ({
        label: 'Downloads',
        value:
          itemsCompleteCount === null ? { text: 'plex.tv did not say', isEmpty: true } : asNumber(itemsCompleteCount),
        path: `${path}.SyncList[${index}].itemsCompleteCount`,
      }),
    ),
    ...unknownFields
      .filter((field) => field.path.startsWith(`${path}.`))
      .map((field) => ({
        label: field.path.slice(path.length + 1),
        value: { ...asReceived(field.value), mark: 'unknown to this page', isPersonal: true },
      })),
  ];
}

function personalText(text: string): FactValue {
  return { ...asText(text), isPersonal: true };
}
