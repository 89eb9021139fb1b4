import { inspect } from 'node:util';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { Secret } from './secret.ts';

const secret = new Secret('the-token');

test('returns its value from reveal()', () => {
  expect(secret.reveal()).toBe('the-token');
});

test.each<[string, string]>([
  ['its text', String(secret)],
  ['a template', `${secret}`],
  ['joined text', ['a', secret].join('')],
  ['JSON', JSON.stringify({ secret })],
  ['the console', inspect({ secret })],
  ['the console with hidden properties', inspect({ secret }, { depth: 99, showHidden: true, getters: true })],
  ['the console without our own form', inspect(secret, { customInspect: false, showHidden: true })],
  ['a URL', String(new URLSearchParams({ token: String(secret) }))],
  ['its own keys', JSON.stringify(Object.getOwnPropertyDescriptors(secret))],
  ['a spread', JSON.stringify({ ...secret })],
  ['a message', new Error(`${secret}`).message],
])('does not show its value in %s', (_, text) => {
  expect(text).not.toContain('the-token');
});

test('is written as [hidden]', () => {
  expect([`${secret}`, JSON.stringify(secret), inspect(secret)]).toEqual(['[hidden]', '"[hidden]"', '[hidden]']);
});

test('loses its value in a structured clone', () => {
  expect(structuredClone(secret)).toEqual({});
});

test('cannot be rendered by mistake, because the types forbid it', () => {
  // @ts-expect-error a Secret is not a ReactNode
  const node: ReactNode = secret;
  // @ts-expect-error a Secret is not a child of an element
  const element = <p>{secret}</p>;
  expect([node, element]).toHaveLength(2);
});
