import { describe, expect, test } from 'vitest';
import { findToken } from './find-token.ts';

const token = 'My-to_ken-20-letters';
const jwt = 'eyJhbGciOiJFZERTQSJ9.eyJpZCI6MX0.c2lnbmF0dXJl-_AAAA';

describe('findToken', () => {
  test.each([
    ['alone', token],
    ['with white space around it', `\t ${token} \n`],
    ['with its header name', `X-Plex-Token: ${token}`],
    ['with its header name in other letters', `x-plex-token:${token}`],
    ['with an equals sign', `X-Plex-Token=${token}`],
    ['with a space only', `X-Plex-Token ${token}`],
    ['with non-breaking hyphens', `X‑Plex‑Token: ${token.replaceAll('-', '‑')}`],
    ['in full-width characters', `Ｘ－Ｐｌｅｘ－Ｔｏｋｅｎ：${token}`],
    ['as an address', `https://10-0-0-1.abc.plex.direct:32400/library?checkFiles=1&X-Plex-Token=${token}`],
    ['as an address that goes on', `https://plex.example/photo?X-Plex-Token=${token}&width=100#top`],
    ['as an address in HTML', `<img src="/photo?width=100&amp;X-Plex-Token=${token}&amp;height=1">`],
    ['as an encoded address', encodeURIComponent(`https://plex.example/?a=1&X-Plex-Token=${token}`)],
    [
      'as an address in an address',
      `https://x.example/?url=${encodeURIComponent(`https://y.example/?X-Plex-Token=${token}`)}`,
    ],
    ['as an encoded address in an encoded address', encodeURIComponent(encodeURIComponent(`/?X-Plex-Token=${token}`))],
    ['in straight quotes', `"${token}"`],
    ['in curly quotes', `“${token}”,`],
    ['in single quotes and backticks', `'\`${token}\`'`],
    ['in guillemets and brackets', `«(${token})».`],
    ['in JSON', `{"id": 1, "authToken": "${token}", "email": "ada@example.com"}`],
    ['in JSON that is quoted in JSON', JSON.stringify(JSON.stringify({ authToken: token }))],
    ['in JSON with an escaped address', `"\\u0026X-Plex-Token=${token}\\u0026x"`],
    [
      'in JSON with other tokens',
      `{"authToken":"${token}","services":[{"token":"Another-token-200000","secret":"x"}]}`,
    ],
    ['in snake case', `{"auth_token":"${token}"}`],
    [
      'in XML',
      `<user id="1" authToken="${token}" authenticationToken="${token}"><authentication-token>${token}</authentication-token></user>`,
    ],
    ['in HTML that shows JSON', `&quot;authToken&quot;:&quot;${token}&quot;`],
    ['in the settings of a media server', `<Preferences PlexOnlineUsername="ada" PlexOnlineToken="${token}" />`],
    ['in the storage of Plex Web', `myPlexAccessToken\t${token}`],
    ['in an environment file', `export PLEX_TOKEN='${token}'`],
    ['in YAML', `plex_token: "${token}"  # keep`],
    ['as an option', `--token ${token}`],
    [
      'as a request',
      `curl 'https://plex.tv/api/v2/user' -H 'Accept: application/json' -H 'X-Plex-Token: ${token}' -H 'X-Plex-Client-Identifier: 0123456789abcdef0123'`,
    ],
    ['among header lines', `X-Plex-Product: Web\nX-Plex-Token: ${token}\nX-Plex-Version: 4.1`],
    ['among header lines that a browser has joined', `X-Plex-Product: Web X-Plex-Token: ${token} X-Plex-Version: 4.1`],
    ['as a bearer token', `Authorization: Bearer ${token}`],
    ['in a sentence', `Your token is: ${token}.`],
    ['broken into lines', `${token.slice(0, 7)}\n${token.slice(7)}`],
    ['broken into lines with a label', `X-Plex-Token:\n${token.slice(0, 7)}\r\n  ${token.slice(7)}`],
    ['broken into lines in quotes', `"authToken": "${token.slice(0, 7)}\n${token.slice(7, 12)}\n${token.slice(12)}"`],
    [
      'broken into lines and followed by a header',
      `X-Plex-Token: ${token.slice(0, 7)} ${token.slice(7)} X-Plex-Product: Web`,
    ],
    ['with invisible characters', `\ufeff${token.slice(0, 7)}\u200b${token.slice(7)}\u2060`],
    ['twice', `X-Plex-Token=${token}&x=1&X-Plex-Token=${token}`],
  ])('finds a token %s', (_, pasted) => {
    expect(findToken(pasted)).toEqual({ kind: 'token', token });
  });

  test.each([
    ['alone', jwt],
    ['broken into lines', `${jwt.slice(0, 20)}\n${jwt.slice(20, 40)}\n${jwt.slice(40)}`],
    ['as a bearer token', `Authorization: Bearer ${jwt}`],
    ['in JSON', `{"auth_token":"${jwt}"}`],
    ['as an address', `https://plex.example/?X-Plex-Token=${jwt}&x=1`],
    ['with a label and broken into lines', `X-Plex-Token: ${jwt.slice(0, 30)}\n${jwt.slice(30)}`],
    ['broken into lines within the signature', `"${jwt.slice(0, -5)}\n${jwt.slice(-5)}"`],
  ])('finds a JSON web token %s', (_, pasted) => {
    expect(findToken(pasted)).toEqual({ kind: 'token', token: jwt });
  });

  test.each([
    'no-such-token',
    '0123456789abcdef0123456789abcdef',
    'X-Plex-Token: no-such-token',
    'transient-01234567-89ab',
  ])('accepts a token of another length: %s', (pasted) => {
    expect(findToken(pasted).kind).toBe('token');
  });

  test.each([
    ['nothing', ''],
    ['only invisible characters', ' \u200b\ufeff '],
    ['two words', 'two words'],
    ['another script', 'tokén-of-20-letters!'],
    ['an e-mail address', 'ada.lovelace@example.com'],
    ['an address without a token', 'https://app.plex.tv/desktop/#!/settings/account'],
    ['an address with an empty token', 'https://plex.example/?X-Plex-Token=&x=1'],
    ['another header', 'X-Plex-Client-Identifier: 0123456789abcdef0123'],
    ['a code', 'm6mi'],
    ['a label alone', 'X-Plex-Token:'],
    ['the name of the header', 'X-Plex-Token'],
    ['a hidden token', '{"authToken":"[hidden]"}'],
    ['a token that was masked', '{"authToken":"****"}'],
    ['JSON without a token', '{"authToken":null,"id":1}'],
    ['a sentence', 'I do not have one, where do I find it?'],
    ['a token with an en dash', 'My–to_ken–20–letters'],
    ['a token that is cut short', 'X-Plex-Token: My-to…'],
    ['a long text', 'x'.repeat(100_000)],
  ])('refuses %s', (_, pasted) => {
    expect(findToken(pasted)).toEqual({ kind: 'none' });
  });

  test.each([
    ['in two lines', `${token}\nAnother-token-200000`],
    ['with labels', `X-Plex-Token=${token}&x=1&X-Plex-Token=Another-token-200000`],
    ['of media servers', `[{"accessToken":"${token}"},{"accessToken":"Another-token-200000"}]`],
  ])('refuses two different tokens %s', (_, pasted) => {
    expect(findToken(pasted)).toEqual({ kind: 'several' });
  });
});
