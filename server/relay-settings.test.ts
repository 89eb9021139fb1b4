// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { relaySettings, UnusableSettingError } from './relay-settings.ts';

function messageFor(env: Record<string, string>): string {
  try {
    relaySettings(env);
  } catch (error) {
    if (error instanceof UnusableSettingError) return error.message;
  }
  throw new Error('was not refused');
}

describe('PLEX_TV_ORIGIN', () => {
  test.each([undefined, ''])('is https://plex.tv when it is %j', (value) => {
    expect(relaySettings({ PLEX_TV_ORIGIN: value }).plexTv).toEqual(new URL('https://plex.tv'));
  });

  test('can be the word sample', () => {
    expect(relaySettings({ PLEX_TV_ORIGIN: 'sample' }).plexTv).toBe('sample');
  });

  test.each(['https://plex.example', 'https://plex.example/', 'http://127.0.0.1:8080', 'http://[::1]:8080'])(
    'can be %s',
    (value) => {
      expect(relaySettings({ PLEX_TV_ORIGIN: value }).plexTv).toEqual(new URL(value));
    },
  );

  test.each(['plex.tv', 'localhost:8080', 'ftp://plex.tv', 'https://', 'https://plex.tv/api', 'Sample', ' '])(
    'is refused by name and value when it is %j',
    (value) => {
      expect(messageFor({ PLEX_TV_ORIGIN: value })).toBe(
        `Cannot use PLEX_TV_ORIGIN=${JSON.stringify(value)}: it must be an http or https address without a path, ` +
          'such as https://plex.tv, or the word sample.',
      );
    },
  );

  test.each([
    'https://me:secret@plex.tv',
    'https://plex.tv/?token=secret',
    'https://plex.tv/#secret',
    'ftp://secret@x',
  ])('is refused without its value when that may hold a secret: %s', (value) => {
    expect(messageFor({ PLEX_TV_ORIGIN: value })).toMatch(/^Cannot use PLEX_TV_ORIGIN: it must be /);
  });

  test('is refused in one line even when the value has two', () => {
    expect(messageFor({ PLEX_TV_ORIGIN: 'not\nthis' })).not.toContain('\n');
  });
});

describe('PORT', () => {
  test.each([undefined, ''])('is left to the command when it is %j', (value) => {
    expect(relaySettings({ PORT: value }).port).toBeUndefined();
  });

  test.each(['1', '4173', '65535'])('can be %s', (value) => {
    expect(relaySettings({ PORT: value }).port).toBe(Number(value));
  });

  test.each(['0', '65536', '-1', '80.5', '1e3', '0x50', 'http', ' '])('is refused when it is %j', (value) => {
    expect(messageFor({ PORT: value })).toBe(
      `Cannot use PORT=${JSON.stringify(value)}: it must be a whole number from 1 to 65535.`,
    );
  });
});

describe('SIGN_INS_PER_MINUTE', () => {
  test('is 10 unless set', () => {
    expect(relaySettings({}).signInsPerMinute).toBe(10);
    expect(relaySettings({ SIGN_INS_PER_MINUTE: '1000000' }).signInsPerMinute).toBe(1_000_000);
  });

  test.each(['0', '1000001', '-1', '2.5', 'many'])('is refused when it is %j', (value) => {
    expect(messageFor({ SIGN_INS_PER_MINUTE: value })).toBe(
      `Cannot use SIGN_INS_PER_MINUTE=${JSON.stringify(value)}: it must be a whole number from 1 to 1000000.`,
    );
  });
});
