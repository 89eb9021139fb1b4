import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect } from '../test.ts';
import { test } from './test.ts';

const deploy = resolve(import.meta.dirname, '../../deploy');
const read = (file: string) => readFileSync(resolve(deploy, file), 'utf8');

const settings = Object.fromEntries(
  [...read('nginx/settings.env').matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]),
);

test('the container has every setting, with the same default as nginx without one', () => {
  const inContainer = [...read('Containerfile').matchAll(/^ENV ([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [
    name,
    value,
  ]);
  const { NGINX_LOCAL_RESOLVERS: _, ...others } = settings;
  expect(Object.fromEntries(inContainer)).toEqual({ ...others, NGINX_ENTRYPOINT_LOCAL_RESOLVERS: '1' });
});

test('the template uses every setting and no other', () => {
  const used = [...read('nginx/default.conf.template').matchAll(/\$\{([^}]+)\}/g)].map(([, name]) => name);
  expect(new Set(used)).toEqual(new Set(Object.keys(settings)));
});
