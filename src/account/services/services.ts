import type { Account, Service } from '../../plex/account/account.ts';
import type { Redacted } from '../../plex/secrets/redact.ts';
import type { Fact, FactValue } from '../../ui/facts.tsx';
import { asReceivedOrNone, hiddenSecret } from '../facts/as-received.ts';
import { capitalizedCountWord, countOf, countWord } from '../facts/count-words.ts';
import { factBuilder, factIfSent, unexpectedAt, unexpectedFact } from '../facts/fact-builder.ts';
import { asAddress, asText, oneOf } from '../facts/fact-values.ts';

const meanings: Record<string, string> = {
  epg: 'TV guide',
  eyeq: 'Gracenote TV guide',
  'eyeq-channel-icons': 'TV channel icons',
  community: 'Plex community',
  graph: 'Plex community',
  metadata: 'Metadata',
  'metadata-provider': 'Metadata',
  tmsapi: 'Gracenote listings',
  'subtitles-search': 'Subtitle search',
  acoustid: 'Music fingerprints',
  lyricfind: 'Lyrics',
  'lyricfind-search': 'Lyrics search',
  tvdb: 'TheTVDB',
  'imagga-v2': 'Photo tags',
  nominatim: 'Places of photos',
  scrobbling: 'Scrobbling',
};

const statuses = { online: 'Online' };

/** A service. Its values are made when they are read: a reply may hold thousands of services, and few are drawn. */
class ServiceRow {
  readonly path: string;
  readonly #service: Service;
  readonly #account: Account;

  constructor(service: Service, path: string, account: Account) {
    this.path = path;
    this.#service = service;
    this.#account = account;
  }

  get isInternal(): boolean {
    return /-(dev|staging)$/.test(this.#service.identifier ?? '');
  }

  get meaning(): string {
    return meaning(this.#service.identifier ?? '');
  }

  get identifier(): FactValue {
    const [unexpected] = unexpectedFact(this.#account.unexpectedValues, this.path, 'Identifier');
    return unexpected?.value ?? this.#value('identifier', asText);
  }

  get endpoint(): FactValue {
    return this.#value('endpoint', asAddress);
  }

  get isUnencrypted(): boolean {
    return isUnencrypted(this.#service);
  }

  get status(): FactValue {
    return this.#value('status', oneOf(statuses));
  }

  get token(): FactValue {
    return credential(this.#value('token', hiddenSecret));
  }

  get secret(): FactValue {
    return credential(this.#value('secret', hiddenSecret));
  }

  /** Whether there is a token or a secret, also one of an unexpected type. */
  get hasKey(): boolean {
    const { unexpectedValues } = this.#account;
    const isSent = (key: 'token' | 'secret') =>
      this.#service[key] || unexpectedAt(unexpectedValues, `${this.path}.${key}`);
    return Boolean(isSent('token') || isSent('secret'));
  }

  #value<Key extends keyof Service & string>(key: Key, show: (value: NonNullable<Service[Key]>) => FactValue) {
    return factBuilder(this.#service, this.path, this.#account.unexpectedValues)(key, key, show).value;
  }
}

export type { ServiceRow };

type ServicesView = {
  answer: string;
  /** "20, all online" */
  aside: string | undefined;
  rows: ServiceRow[];
  /** Plex's own test services. */
  internal: ServiceRow[];
  facts: Fact[];
};

export function servicesView(account: Account): ServicesView {
  const { services, unexpectedValues } = account;
  const fact = factBuilder(account, '', unexpectedValues);
  const isUnexpected = unexpectedFact(unexpectedValues, 'services', '').length > 0;
  const rows = isUnexpected
    ? [new ServiceRow({}, 'services', account)]
    : (services ?? []).map((service, index) => new ServiceRow(service, `services[${index}]`, account));
  return {
    answer: answer(services),
    aside: aside(services),
    rows: rows.filter(({ isInternal }) => !isInternal),
    internal: rows.filter(({ isInternal }) => isInternal),
    facts: [
      ...factIfSent(account, 'providers', fact('providers', 'Providers', asUnknown)),
      ...factIfSent(account, 'cloudSyncDevice', fact('cloudSyncDevice', 'Cloud sync device', asUnknown)),
    ],
  };
}

/** A value of unknown meaning may be personal. */
function asUnknown(value: Redacted): FactValue {
  return { ...asReceivedOrNone(value), isPersonal: true };
}

/** plex.tv leaves out a credential that the service does not have. */
function credential(value: FactValue): FactValue {
  return value.reveal || value.mark ? value : { text: 'None', isEmpty: true };
}

function meaning(identifier: string): string {
  const [, base = '', stage] = /^(.*?)(?:-(dev|staging))?$/.exec(identifier) ?? [];
  const word = (Object.hasOwn(meanings, base) && meanings[base]) || 'Unknown service';
  const stages: Record<string, string> = { dev: ', development', staging: ', staging' };
  return word + (stages[stage ?? ''] ?? '');
}

function answer(services: readonly Service[] | null | undefined): string {
  if (!services) return 'plex.tv did not say which services it set up for you.';
  if (services.length === 0) return 'No services on record.';
  const keyCount = services.filter(({ token, secret }) => token || secret).length;
  const keys =
    keyCount === 0
      ? `Plex set up ${countOf(services.length, 'service', 'services')} for you, without a key.`
      : `Plex keeps keys for you at ${countWord(keyCount)} of its services.`;
  const openCount = services.filter(isUnencrypted).length;
  if (openCount === 0) return keys;
  return `${keys} ${openCount === 1 ? 'One service is' : `${capitalizedCountWord(openCount)} services are`} not encrypted.`;
}

function aside(services: readonly Service[] | null | undefined): string | undefined {
  if (!services?.length) return undefined;
  const isOnline = services.every(({ status }) => status === 'online');
  return isOnline ? `${services.length}, all online` : String(services.length);
}

function isUnencrypted({ endpoint }: Service): boolean {
  return endpoint?.startsWith('http:') ?? false;
}
