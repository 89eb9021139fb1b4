import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { browserSupport, oldestVersions } from './browser-support.ts';

const { lackingInScript, lackingInStyle } = await browserSupport(oldestVersions(packageJson.browserslist));

test.each<[code: string, lacking: string[]]>([
  ['URL.canParse(address)', ['URL.canParse']],
  ['window.AbortSignal.any([])', ['AbortSignal.any']],
  ['Promise.withResolvers()', ['Promise.withResolvers']],
  ['Object.groupBy(list, key)', ['Object.groupBy']],
  ['Response.json([])', ['Response.json']],
  ['new URLPattern(input)', ['URLPattern']],
  ['set.union(other)', ['.union()']],
  ['text.isWellFormed()', ['.isWellFormed()']],
  ['document.startViewTransition(update)', ['.startViewTransition()']],
  ['element.showPopover()', ['.showPopover()']],
  ['jsx("button", { popoverTarget: id })', ['<button popovertarget>']],
  ['jsx("fieldset", { "popover": "auto" })', ['<fieldset popover>']],
  ['text.match(/[a--b]/v)', ['/v']],
  ['new URL(address).href; list.at(-1); structuredClone(list); dialog.showModal()', []],
  ['new Intl.DisplayNames("en", { type: "region" }).of("SE"); /(?<=a)b/u', []],
  ['const canParse = typeof URLPattern; list.toSorted()', []],
])('finds what the oldest browsers lack in the script: %s', (code, lacking) => {
  expect([...lackingInScript(parseAst(code))]).toEqual(lacking);
});

test.each<[css: string, lacking: string[]]>([
  ['p{color:light-dark(#fff,#000)}', ['light-dark()']],
  ['p{text-wrap:balance;color:red}', ['text-wrap']],
  ['@starting-style{p{opacity:0}}', ['@starting-style']],
  ['p:popover-open{color:red}', [':popover-open']],
  ['@supports (text-wrap:balance){p{text-wrap:balance}}p{color:red}', []],
  ['@layer base{p:focus-visible::before{inset:0;content:"text-wrap:balance"}}', []],
  ['p{-webkit-user-select:none;user-select:none}', []],
])('finds what the oldest browsers lack in the style: %s', (css, lacking) => {
  expect([...lackingInStyle(css)]).toEqual(lacking);
});

test('refuses an entry that it cannot read', () => {
  expect(() => oldestVersions(['last 2 versions'])).toThrow('last 2 versions');
});
