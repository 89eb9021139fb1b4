import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import autocannon from 'autocannon';
import { longAccount } from './long-account.ts';
import { runNginx } from './serving/run-nginx.ts';
import { startServer } from './serving/start-server.ts';

const secondsEach = 5;
const manyRequests = 100_000;
const signInPath = 'api/v2/users/signin';

type Target = { name: string; url: string; isSignIn: boolean };

test('requests a second, and memory', async () => {
  test.setTimeout(30 * 60_000);
  const plain = await startPlain();
  const settings = { PLEX_TV_ORIGIN: `http://127.0.0.1:${plain.port}`, SIGN_INS_PER_MINUTE: '1000000' };
  const server = await startServer(settings);
  // The name localhost would stand for two addresses.
  const at = ({ port }: { port: number }, path = '') => `http://127.0.0.1:${port}/${path}`;
  const targets: Target[] = [
    { name: 'nginx, a plain file', url: at(plain), isSignIn: false },
    { name: 'the page', url: at(server), isSignIn: false },
    { name: 'sign-ins', url: at(server, signInPath), isSignIn: true },
  ];

  print(['', 'connections', 'requests/s', 'ratio', 'p99 ms']);
  for (const connections of [1, 50, 500]) {
    let reference = 0;
    for (const target of targets) {
      const { requests, latency } = await load(target, { connections, duration: secondsEach });
      reference ||= requests.average;
      const ratio = (requests.average / reference).toFixed(2);
      print([target.name, connections, Math.round(requests.average), ratio, latency.p99]);
    }
  }

  print(['', 'MB before', 'after 100,000', 'after 200,000']);
  for (const target of targets.slice(1)) {
    const memory = [memoryMegabytes(server.process.pid)];
    for (let i = 0; i < 2; i++) {
      await load(target, { connections: 50, amount: manyRequests });
      memory.push(memoryMegabytes(server.process.pid));
    }
    print([target.name, ...memory]);
  }
  await server.stop();
  await plain.stop();
});

/** Starts nginx with one plain file as the reference, and a plex.tv that answers every sign-in with a 20 kB account. */
function startPlain() {
  return runNginx(async (folder, port) => {
    await writeFile(join(folder, 'index.html'), 'x'.repeat(1500));
    await writeFile(join(folder, 'account.json'), JSON.stringify(longAccount(120)));
    // nginx refuses a POST to a file, but not to the file of an error page.
    return `server {
      listen ${port};
      root ${folder};
      location = /api/v2/users/signin { error_page 418 =201 /account.json; return 418; }
    }`;
  });
}

async function load({ url, isSignIn }: Target, amount: { connections: number; duration?: number; amount?: number }) {
  const form = {
    method: 'POST',
    body: 'login=mara%40example.com&password=sample&rememberMe=false',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      'x-plex-client-identifier': 'bench',
    },
  } as const;
  const result = await autocannon({ url, ...(isSignIn ? form : {}), ...amount, timeout: 30 });
  expect({ errors: result.errors, refused: result.non2xx }, url).toEqual({ errors: 0, refused: 0 });
  return result;
}

function memoryMegabytes(pid = 0): number {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1000);
}

function print(cells: (string | number)[]): void {
  const [first = '', ...others] = cells.map(String);
  process.stdout.write(`${first.padEnd(24)}${others.map((cell) => cell.padStart(15)).join('')}\n`);
}
