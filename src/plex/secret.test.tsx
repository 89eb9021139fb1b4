import { inspect } from 'node:util';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { Secret } from './secret.ts';

const secret = new Secret('the-token');

test('a secret is revealed on purpose', () => {
  expect(secret.reveal()).toBe('the-token');
});

test.each<[string, string]>([
  ['its text', String(secret)],
  ['a template', `${secret}`],
  ['joined text', ['a', secret].join('')],
  ['JSON', JSON.stringify({ secret })],
  ['the console', inspect({ secret })],
  ['the console, all of it', inspect({ secret }, { depth: 99, showHidden: true, getters: true })],
  ['the console without our words', inspect(secret, { customInspect: false, showHidden: true })],
  ['an address', String(new URLSearchParams({ token: String(secret) }))],
  ['its own keys', JSON.stringify(Object.getOwnPropertyDescriptors(secret))],
  ['a spread', JSON.stringify({ ...secret })],
  ['a message', new Error(`${secret}`).message],
])('a secret is not to be seen in %s', (_, seen) => {
  expect(seen).not.toContain('the-token');
});

test('says that it is hidden wherever it is written', () => {
  expect([`${secret}`, JSON.stringify(secret), inspect(secret)]).toEqual(['[hidden]', '"[hidden]"', '[hidden]']);
});

test('is not copied into what is stored or sent to a worker', () => {
  expect(structuredClone(secret)).toEqual({});
});

test('cannot be drawn by mistake: the types refuse it', () => {
  // @ts-expect-error a Secret is no ReactNode
  const node: ReactNode = secret;
  // @ts-expect-error nor a child of an element
  const element = <p>{secret}</p>;
  expect([node, element]).toHaveLength(2);
});
