import { BlockList, isIP } from 'node:net';
import { parseArgs } from 'node:util';
import { readAddress } from './client-address.ts';

/** The settings of the server, checked. */
export type Settings = {
  readonly plexTv: URL | 'sample';
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Begins with a slash and does not end with one; empty for the root of the site. */
  readonly basePath: string;
  readonly signInsPerMinute: number;
  /** The proxies whose `X-Forwarded-For` and `X-Forwarded-Host` count. */
  readonly trustedProxies: BlockList;
  /** The names this server answers to, in lower case. Empty: any. */
  readonly allowedHosts: readonly string[];
  /** Where to report a vulnerability: an https or mailto address. */
  readonly securityContact?: string;
};

/** A setting that cannot be used. The message is one line, to be shown as it is. */
export class InvalidSettingError extends Error {
  override readonly name = 'InvalidSettingError';
}

type Environment = Readonly<Record<string, string | undefined>>;

export const help = `Serves the account page and relays its requests to plex.tv.

Options, which win over the settings:
  --port <number>   the port to listen on; 0 takes any free one
  --host <address>  the address to listen on
  --open            open the page in a browser
  --version         print the version
  --help            print this text

Settings, as environment variables:
  PORT                 4173 unless set
  HOST                 127.0.0.1 unless set: this computer only. 0.0.0.0 or :: for all networks
  BASE_PATH            the path the page is served under, such as /account; the root unless set
  PLEX_TV_ORIGIN       https://plex.tv unless set; or the word sample, for invented accounts without any network
  SIGN_INS_PER_MINUTE  sign-ins that one address may try in a minute, after a first burst of as many; 10 unless set
  TRUSTED_PROXY        addresses and networks of proxies in front, such as 127.0.0.1,172.16.0.0/12, whose
                       X-Forwarded-For and X-Forwarded-Host count; none unless set
  ALLOWED_HOSTS        names this server answers to, such as account.example.org,localhost; any unless set
  SECURITY_CONTACT     where to report a vulnerability, such as mailto:me@example.org; served in
                       /.well-known/security.txt`;

/**
 * Reads the settings. An empty variable counts as one that is not set.
 *
 * @param overrides replace the variables of the same names.
 * @throws {InvalidSettingError} for a value that cannot be used. The message names the setting and never its value.
 */
export function readSettings(env: Environment, overrides: Environment = {}): Settings {
  const value = (name: string) => overrides[name] ?? (env[name] || undefined);
  const contact = value('SECURITY_CONTACT');
  return {
    plexTv: plexTvOrigin(value('PLEX_TV_ORIGIN') ?? 'https://plex.tv'),
    host: listenAddress(value('HOST') ?? '127.0.0.1'),
    port: wholeNumber('PORT', value('PORT') ?? '4173', 0, 65_535),
    basePath: basePath(value('BASE_PATH') ?? ''),
    signInsPerMinute: wholeNumber('SIGN_INS_PER_MINUTE', value('SIGN_INS_PER_MINUTE') ?? '10', 1, 1_000_000),
    trustedProxies: trustedProxies(listOf(value('TRUSTED_PROXY'))),
    allowedHosts: allowedHosts(listOf(value('ALLOWED_HOSTS'))),
    ...(contact !== undefined && { securityContact: securityContact(contact) }),
  };
}

export type Command = 'help' | 'version' | { readonly overrides: Environment; readonly isOpenRequested: boolean };

/**
 * Reads the command line.
 *
 * @throws {InvalidSettingError} for an unknown option, or one without its value.
 */
export function readCommand(args: string[]): Command {
  try {
    const { values } = parseArgs({
      args,
      options: {
        help: { type: 'boolean' },
        version: { type: 'boolean' },
        port: { type: 'string' },
        host: { type: 'string' },
        open: { type: 'boolean', default: false },
      },
    });
    if (values.help) return 'help';
    if (values.version) return 'version';
    return { overrides: { PORT: values.port, HOST: values.host }, isOpenRequested: values.open };
  } catch {
    throw new InvalidSettingError('Cannot use this command line: --help lists the options.');
  }
}

function plexTvOrigin(value: string): URL | 'sample' {
  if (value === 'sample') return 'sample';
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // Plain http is allowed, for a local stand-in of plex.tv.
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  // A URL equals its origin only without user name, password, path, query and fragment.
  if (url && isWeb && url.href === `${url.origin}/`) return url;
  const rule = 'an http or https address without a path, such as https://plex.tv, or the word sample';
  throw invalid('PLEX_TV_ORIGIN', rule);
}

function listenAddress(value: string): string {
  if (isIP(value) || isHostName(value)) return value;
  throw invalid('HOST', 'an address or a name of this computer, such as 0.0.0.0 or localhost');
}

function basePath(value: string): string {
  // Only the characters of `isPlainTarget`, so that each path has one spelling.
  if (/^(?:\/(?!\.{1,2}(?:\/|$))[\w.~-]+)*$/.test(value)) return value;
  const rule = 'empty, or a path that begins with a slash and does not end with one, such as /account';
  throw invalid('BASE_PATH', rule);
}

function wholeNumber(name: string, value: string, min: number, max: number): number {
  if (/^\d{1,7}$/.test(value) && Number(value) >= min && Number(value) <= max) return Number(value);
  throw invalid(name, `a whole number from ${min} to ${max}`);
}

function trustedProxies(values: string[]): BlockList {
  const proxies = new BlockList();
  for (const value of values) {
    const [, text = '', prefix] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(value) ?? [];
    const address = readAddress(text);
    const family = address?.includes(':') ? 'ipv6' : 'ipv4';
    const bits = family === 'ipv6' ? 128 : 32;
    if (address === undefined || Number(prefix ?? 0) > bits) {
      const rule = 'addresses and networks separated by commas, such as 127.0.0.1,172.16.0.0/12';
      throw invalid('TRUSTED_PROXY', rule);
    }
    proxies.addSubnet(address, Number(prefix ?? bits), family);
  }
  return proxies;
}

function allowedHosts(values: string[]): string[] {
  if (values.every((value) => isHostName(value) || isIP(value.replace(/^\[(.*)\]$/, '$1'))))
    return values.map((value) => value.toLowerCase());
  throw invalid('ALLOWED_HOSTS', 'names without port, separated by commas, such as account.example.org,localhost');
}

function securityContact(value: string): string {
  // One line of printable characters: it becomes a line of security.txt.
  const isWeb = /^https:\/\/[!-~]+$/.test(value) && URL.canParse(value);
  if (isWeb || /^mailto:[!-~]+@[!-~]+$/.test(value)) return value;
  throw invalid('SECURITY_CONTACT', 'an address that begins with https:// or mailto:');
}

function isHostName(value: string): boolean {
  return /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*$/i.test(value);
}

function listOf(value = ''): string[] {
  return value.split(',').flatMap((item) => item.trim() || []);
}

function invalid(name: string, rule: string): InvalidSettingError {
  return new InvalidSettingError(`Cannot use ${name}: it must be ${rule}.`);
}
