import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { errorWords } from './error-words.ts';
import { PlexError, type PlexErrorKind } from './plex-error.ts';

const kinds = Object.keys(errorWords) as PlexErrorKind[];

describe.each(kinds)('the words of %s', (kind) => {
  const { what, why, action } = new PlexError(kind).words;

  test('are plain sentences', () => {
    for (const words of [what, why, action]) {
      expect(words).toMatch(/^(\p{Lu}|plex\.tv ).{8,}\.$/u);
      expect(words).not.toMatch(/undefined|null|NaN|HTTP|API|JSON|token\b.*=|\d{3,}|['"<>{}[\]]| {2}|!/);
    }
  });

  test('are the message of the error', () => {
    const error = new PlexError(kind);
    expect(error).toBeInstanceOf(Error);
    expect({ name: error.name, message: error.message }).toEqual({ name: 'PlexError', message: what });
  });
});

test.each(['what', 'why'] as const)('no two kinds have the same %s', (part) => {
  const words = kinds.map((kind) => errorWords[kind][part]);
  expect(new Set(words).size).toBe(words.length);
});

test('only a dead token ends the session', () => {
  expect(kinds.filter((kind) => new PlexError(kind).endsSession)).toEqual(['signedOut']);
});

describe('the text about the answer', () => {
  test.each<[string, ConstructorParameters<typeof PlexError>[1], string | undefined]>([
    [
      'the message and the numbers',
      { plexMessage: 'Nope', code: 1999, status: 401 },
      'The server said: “Nope” (code 1999, HTTP 401)',
    ],
    [
      'the message and the status',
      { plexMessage: 'Not Found', status: 404 },
      'The server said: “Not Found” (HTTP 404)',
    ],
    ['the numbers alone', { code: 1001, status: 401 }, 'The server answered with code 1001, HTTP 401.'],
    ['nothing without an answer', {}, undefined],
  ])('contains %s', (_, details, text) => {
    expect(new PlexError('refused', details).answerText).toBe(text);
  });
});

test('an error shows its details and nothing else', () => {
  const error = new PlexError('refused', { status: 403, plexMessage: 'Nope' });
  expect(JSON.parse(JSON.stringify(error))).toEqual({
    name: 'PlexError',
    kind: 'refused',
    details: { status: 403, plexMessage: 'Nope' },
  });
  expect(inspect(error)).toContain('Nope');
});
