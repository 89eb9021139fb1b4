import { expect, test } from 'vitest';
import { isHomeHost } from './is-home-host.ts';

test.each([
  '192.168.1.20:8181',
  '10.0.0.7',
  '172.16.0.1',
  '172.31.255.1:80',
  '127.0.0.1:8080',
  '169.254.1.1',
  'localhost:8181',
  'tautulli',
  'nas.local',
  'hooks.lan:80',
  'box.home.arpa',
  '[::1]:80',
  '[fd12:3456::1]',
  '[fe80::1]:8181',
])('%s is within a home network', (host) => {
  expect(isHomeHost(host)).toBe(true);
});

test.each([
  'hooks.example.com',
  'fd-hooks.example.com',
  '10.example.com',
  '172.32.0.1',
  '192.169.1.1',
  '203.0.113.9:8181',
  '[2001:db8::1]',
  'local.example.com',
])('%s is in the internet', (host) => {
  expect(isHomeHost(host)).toBe(false);
});
