import { expect, test } from 'vitest';
import { clientAddress, networkOf, readAddress } from './client-address.ts';
import { readSettings } from './settings.ts';

test.each([
  ['192.0.2.1', '192.0.2.1'],
  [' 192.0.2.1 ', '192.0.2.1'],
  ['192.0.2.1:5555', '192.0.2.1'],
  ['2001:DB8::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['[::FFFF:192.0.2.1]:443', '192.0.2.1'],
  ['', undefined],
  ['unknown', undefined],
  ['192.0.2.256', undefined],
  ['192.0.2.1, 192.0.2.2', undefined],
])('reads an address: %j', (text, address) => {
  expect(readAddress(text)).toBe(address);
});

const { trustedProxies } = readSettings({ TRUSTED_PROXY: '127.0.0.1,10.0.0.0/8,::1' });

test.each([
  ['192.0.2.9', undefined, '192.0.2.9'],
  ['192.0.2.9', '192.0.2.1', '192.0.2.9'],
  ['127.0.0.1', undefined, '127.0.0.1'],
  ['127.0.0.1', '', '127.0.0.1'],
  ['127.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['::ffff:127.0.0.1', '192.0.2.1', '192.0.2.1'],
  ['::1', '1.1.1.1, 192.0.2.1', '192.0.2.1'],
  ['::1', '1.1.1.1, 192.0.2.1, 10.0.0.2, 10.0.0.1', '192.0.2.1'],
  ['::1', '10.0.0.2, 10.0.0.1', '10.0.0.2'],
  ['::1', '192.0.2.1, unknown', '::1'],
  ['::1', 'unknown, 10.0.0.1', '10.0.0.1'],
  ['', '192.0.2.1', ''],
])('uses only addresses that trusted proxies wrote: from %j, %j', (peer, forwardedFor, address) => {
  expect(clientAddress(peer, forwardedFor, trustedProxies)).toBe(address);
});

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2::1', '2001:db8:1:2'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2'],
  ['2001:db8::1', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
  ['::', '0:0:0:0'],
  ['1::2:3:4:5:6:7', '1:0:2:3'],
])('returns the network of an address: %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});
