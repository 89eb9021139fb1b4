// @vitest-environment jsdom
// Runs in jsdom and not in Node like the other tests of this folder, because it needs an XML parser.
import { expect, test } from 'vitest';
import { oddAccount } from './accounts/odd-account.ts';
import { xmlElement } from './xml.ts';

function parse(xml: string): Element {
  const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
  expect(documentElement.querySelector('parsererror')).toBeNull();
  return documentElement;
}

test('writes scalars as attributes, in the format of plex.tv', () => {
  const user = { home: true, guest: false, locale: null, homeSize: 3, subscribedAt: '2024-03-24T05:13:37Z' };
  expect(xmlElement('user', user)).toBe(
    '<user home="1" guest="0" locale="" homeSize="3" subscribedAt="2024-03-24 05:13:37 UTC"/>',
  );
});

test('writes objects and lists as children', () => {
  const user = { subscription: { active: true, features: ['pass', 'CU Sunset'] }, trials: [] };
  expect(xmlElement('user', user)).toBe(
    '<user><subscription active="1"><features><feature id="pass"/><feature id="CU Sunset"/></features></subscription>' +
      '<trials></trials></user>',
  );
});

test('keeps markup, quotes and line breaks as text', () => {
  const title = '<img src=x onerror=alert(1)> "&amp;" \n \'';
  expect(parse(xmlElement('user', { title })).getAttribute('title')).toBe(title);
});

test('writes the odd account as valid XML', () => {
  const user = parse(xmlElement('user', oddAccount(new Date())));
  expect(user.getAttribute('title')).toHaveLength(10_000);
  expect(user.querySelector('img')).toBeNull();
});
