import { describe, expect, test } from 'vitest';
import { help, InvalidSettingError, readCommand, readSettings } from './settings.ts';

function messageFor(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof InvalidSettingError) return error.message;
  }
  throw new Error('The value was accepted.');
}

describe('a setting', () => {
  test('has a default, also when it is empty', () => {
    const defaults = {
      plexTv: new URL('https://plex.tv'),
      host: '127.0.0.1',
      port: 4173,
      basePath: '',
      signInsPerMinute: 10,
      allowedHosts: [],
    };
    expect(readSettings({})).toMatchObject(defaults);
    const empty = { PLEX_TV_ORIGIN: '', HOST: '', PORT: '', BASE_PATH: '', SIGN_INS_PER_MINUTE: '', TRUSTED_PROXY: '' };
    expect(readSettings({ ...empty, ALLOWED_HOSTS: '' })).toMatchObject(defaults);
    expect(readSettings(empty).trustedProxies.rules).toEqual([]);
    expect(readSettings({ SECURITY_CONTACT: '' })).not.toHaveProperty('securityContact');
  });

  test.each<[string, string, object]>([
    ['PLEX_TV_ORIGIN', 'sample', { plexTv: 'sample' }],
    ['PLEX_TV_ORIGIN', 'https://plex.example/', { plexTv: new URL('https://plex.example') }],
    ['PLEX_TV_ORIGIN', 'http://[::1]:8080', { plexTv: new URL('http://[::1]:8080') }],
    ['HOST', '::', { host: '::' }],
    ['HOST', '0.0.0.0', { host: '0.0.0.0' }],
    ['HOST', 'localhost', { host: 'localhost' }],
    ['PORT', '0', { port: 0 }],
    ['PORT', '65535', { port: 65_535 }],
    ['BASE_PATH', '/account', { basePath: '/account' }],
    ['BASE_PATH', '/deep/my_account-1.0~x', { basePath: '/deep/my_account-1.0~x' }],
    ['SIGN_INS_PER_MINUTE', '1000000', { signInsPerMinute: 1_000_000 }],
    ['SECURITY_CONTACT', 'mailto:me@example.org', { securityContact: 'mailto:me@example.org' }],
    ['SECURITY_CONTACT', 'https://example.org/report?a=b', { securityContact: 'https://example.org/report?a=b' }],
    [
      'ALLOWED_HOSTS',
      ' Account.example.org, localhost ,192.0.2.1,[::1]',
      { allowedHosts: ['account.example.org', 'localhost', '192.0.2.1', '[::1]'] },
    ],
  ])('%s can be %s', (name, value, expected) => {
    expect(readSettings({ [name]: value })).toMatchObject(expected);
  });

  test('names the proxies that are trusted', () => {
    const { trustedProxies } = readSettings({ TRUSTED_PROXY: '127.0.0.1, 172.16.0.0/12,::1 , fd00::/8,10.0.0.0/8' });
    const isTrusted = (address: string) => trustedProxies.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
    expect(['127.0.0.1', '172.31.9.9', '::1', 'fdff::1', '10.1.2.3'].map(isTrusted)).toEqual(Array(5).fill(true));
    expect(['127.0.0.2', '172.32.0.1', '::2', 'fe80::1', '11.0.0.1'].map(isTrusted)).toEqual(Array(5).fill(false));
  });

  test.each([
    ...['plex.tv', 'localhost:8080', 'ftp://plex.tv', 'https://', 'https://plex.tv/api', 'Sample', ' '].map((value) => [
      'PLEX_TV_ORIGIN',
      value,
    ]),
    ...['https://me:hunter2@plex.tv', 'https://plex.tv/?token=hunter2', 'https://plex.tv/#hunter2', 'a\nb'].map(
      (value) => ['PLEX_TV_ORIGIN', value],
    ),
    ...['a b', 'http://x', '1.2.3.4:80', '-', '*'].map((value) => ['HOST', value]),
    ...['65536', '-1', '80.5', '1e3', '0x50', 'http', ' '].map((value) => ['PORT', value]),
    ...[
      'account',
      '/',
      '/account/',
      '//account',
      '/a//b',
      '/a/../b',
      '/.',
      '/a b',
      '/a%20b',
      '/a?b',
      'https://x.example',
    ].map((value) => ['BASE_PATH', value]),
    ...['0', '1000001', '2.5', 'many'].map((value) => ['SIGN_INS_PER_MINUTE', value]),
    ...['unix:', 'proxy', '1.2.3', '1.2.3.4/33', '::/129', '10.0.0.0/8/8', '10.0.0.0/', '1.2.3.4;5.6.7.8'].map(
      (value) => ['TRUSTED_PROXY', value],
    ),
    ...[
      'me@example.org',
      'http://x.example',
      'https://',
      'mailto:me',
      'https://x.example/\nExpires: never',
      'mailto:a b@c',
    ].map((value) => ['SECURITY_CONTACT', value]),
    ...['https://x.example', 'x.example:80', '*.example', 'a b', 'a_b'].map((value) => ['ALLOWED_HOSTS', value]),
  ])('%s is refused by its name, in one line, without its value: %j', (name = '', value = '') => {
    const message = messageFor(() => readSettings({ [name]: value }));
    expect(message).toMatch(new RegExp(`^Cannot use ${name}: it must be [^\\n]+\\.$`));
    expect(message).not.toContain('hunter2');
  });
});

describe('the command line', () => {
  test('overrides the settings', () => {
    const command = readCommand(['--port', '0', '--host=::']);
    expect(command).toMatchObject({ isOpenRequested: false });
    const overrides = typeof command === 'object' ? command.overrides : {};
    expect(readSettings({ PORT: '80', HOST: '127.0.0.1' }, overrides)).toMatchObject({ port: 0, host: '::' });
    expect(readSettings({ PORT: '80' }, { PORT: undefined })).toMatchObject({ port: 80 });
  });

  test('can ask for help, for the version, or to open a browser', () => {
    expect(readCommand(['--help'])).toBe('help');
    expect(readCommand(['--version'])).toBe('version');
    expect(readCommand(['--open'])).toMatchObject({ isOpenRequested: true });
  });

  test.each([['--prot'], ['hunter2'], ['--port'], ['--open=hunter2'], ['-x']])(
    'is refused in one line: %s',
    (argument) => {
      expect(messageFor(() => readCommand([argument]))).toBe('Cannot use this command line: --help lists the options.');
    },
  );

  test('is refused for an empty value', () => {
    const command = readCommand(['--port=']);
    const overrides = typeof command === 'object' ? command.overrides : {};
    expect(messageFor(() => readSettings({}, overrides))).toMatch(/^Cannot use PORT/);
  });

  test('lists every setting in its help', () => {
    const asked = new Set<string>();
    readSettings(new Proxy({}, { get: (_, name) => void asked.add(String(name)) }));
    for (const name of asked) expect(help).toMatch(new RegExp(`^  ${name} `, 'm'));
    expect(asked.size).toBe(8);
  });
});
