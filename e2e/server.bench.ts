import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import autocannon from 'autocannon';
import { median, printRow } from './bench-table.ts';
import { longAccount } from './long-account.ts';
import { runNginx } from './serving/run-nginx.ts';
import { type ServerProcess, startServer } from './serving/start-server.ts';

/** BENCH_SECONDS shortens a trial run. */
const secondsEach = Number(process.env.BENCH_SECONDS ?? 5);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const totalRequests = Number(process.env.BENCH_REQUESTS ?? 200_000);
const connections = 50;

type Target = { name: string; url: string; isSignIn: boolean };
type Amount = { duration: number } | { amount: number };

/** Everything runs on this computer, over loopback: the load, nginx, plex.tv and the server. */
test('the server beside nginx with one plain file', async () => {
  test.setTimeout(30 * 60_000);
  printRow([
    new Date().toISOString().slice(0, 10),
    `${cpus().length} cores, ${cpus()[0]?.model}`,
    `Node ${process.version}`,
  ]);
  const startMs: number[] = [];
  for (let i = 0; i < rounds; i++) startMs.push(await millisecondsToFirstAnswer());
  printRow(['start to first answer, ms', median(startMs)]);

  const { size, guards } = await readPage();
  const plain = await startPlainFile(size, guards);
  const settings = { PLEX_TV_ORIGIN: `http://127.0.0.1:${plain.port}`, SIGN_INS_PER_MINUTE: '1000000' };
  const [one, two] = [await startServer(settings), await startServer(settings)];
  const balancer = await startBalancer([one.port, two.port]);
  await fetch(one.url);
  printRow(['memory at rest, MB', megabytes(one)]);

  // The name localhost has two addresses.
  const at = ({ port }: { port: number }, path = '') => `http://127.0.0.1:${port}/${path}`;
  const signIns = 'api/v2/users/signin';
  const targets: Target[] = [
    { name: `nginx, a file of ${size} bytes`, url: at(plain, 'page.html'), isSignIn: false },
    { name: 'the same with the headers of the page', url: at(plain, 'guarded.html'), isSignIn: false },
    { name: 'page', url: at(one), isSignIn: false },
    { name: 'sign-ins', url: at(one, signIns), isSignIn: true },
    { name: 'page, two behind nginx', url: at(balancer), isSignIn: false },
    { name: 'sign-ins, two behind nginx', url: at(balancer, signIns), isSignIn: true },
  ];
  // Each round measures all targets, one after the other, because other work on the computer comes and goes.
  const rates = targets.map((): number[] => []);
  const ratios = targets.map((): number[] => []);
  const latencies = targets.map((): number[] => []);
  for (let round = 0; round < rounds; round++) {
    let reference = 0;
    for (const [i, target] of targets.entries()) {
      const { requests, latency } = await load(target, { duration: secondsEach });
      reference ||= requests.average;
      rates[i]?.push(requests.average);
      ratios[i]?.push(requests.average / reference);
      latencies[i]?.push(latency.p99);
    }
  }
  printRow([`${connections} connections, ${rounds} rounds`, 'requests/s', 'ratio', 'lowest', 'highest', 'p99 ms']);
  for (const [i, { name }] of targets.entries()) {
    const ratio = ratios[i] ?? [];
    const twoDigits = (value: number) => value.toFixed(2);
    const spread = [median(ratio), Math.min(...ratio), Math.max(...ratio)].map(twoDigits);
    printRow([name, Math.round(median(rates[i] ?? [])), ...spread, Math.round(median(latencies[i] ?? []))]);
  }
  printRow(['memory after this, MB', megabytes(one)]);

  const steps = 4;
  printRow(['MB after each quarter', ...Array.from({ length: steps }, (_, i) => `${i + 1}/${steps}`)]);
  for (const target of targets.slice(2, 4)) {
    const memory: number[] = [];
    // Sign-ins take ten times as long.
    const requests = target.isSignIn ? totalRequests / 10 : totalRequests;
    for (let i = 0; i < steps; i++) {
      await load(target, { amount: requests / steps });
      memory.push(megabytes(one));
    }
    printRow([`${requests} times ${target.name}`, ...memory]);
  }
  for (const { stop } of [balancer, one, two, plain]) await stop();
});

async function millisecondsToFirstAnswer(): Promise<number> {
  const start = performance.now();
  const server = await startServer();
  await (await fetch(server.url)).text();
  const time = performance.now() - start;
  await server.stop();
  return Math.round(time);
}

/** As browsers ask for the page. */
const pageHeaders = { 'accept-encoding': 'gzip, deflate, br, zstd' };

/** The size of the page as it is sent, and the headers that guard it. */
async function readPage(): Promise<{ size: number; guards: [string, string][] }> {
  const server = await startServer();
  const { headers } = await fetch(server.url, { headers: pageHeaders });
  await server.stop();
  const guards = Array.from(headers).filter(([name]) => /policy|^x-|^cache-control|^etag|^vary/.test(name));
  return { size: Number(headers.get('Content-Length')), guards };
}

/** nginx with a plain file as the reference, without and with the headers of the page, and in place of plex.tv: it answers each sign-in with a 20 kB account. */
function startPlainFile(size: number, guards: readonly [string, string][]) {
  const added = guards.map(([name, value]) => `add_header ${name} '${value.replaceAll("'", "\\'")}';`).join('\n');
  return runNginx(async (folder, port) => {
    await writeFile(join(folder, 'page.html'), 'x'.repeat(size));
    await writeFile(join(folder, 'account.json'), JSON.stringify(longAccount(120)));
    // nginx refuses a POST to a file, but not to the file of an error page.
    return `server {
      listen ${port};
      root ${folder};
      location = /guarded.html { ${added} alias ${folder}/page.html; }
      location = /api/v2/users/signin { error_page 418 =201 /account.json; return 418; }
    }`;
  });
}

function startBalancer(ports: number[]) {
  const servers = ports.map((port) => `server 127.0.0.1:${port};`).join(' ');
  return runNginx(
    (_, port) => `
      upstream replicas { ${servers} keepalive 64; }
      server {
        listen ${port};
        location / { proxy_pass http://replicas; proxy_http_version 1.1; proxy_set_header Connection ""; }
      }`,
  );
}

async function load({ url, isSignIn }: Target, amount: Amount) {
  const form = {
    method: 'POST',
    body: 'login=mara%40example.com&password=sample&rememberMe=false',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json',
      'x-plex-client-identifier': 'bench',
    },
  } as const;
  const result = await autocannon({
    url,
    connections,
    ...(isSignIn ? form : { headers: pageHeaders }),
    ...amount,
    timeout: 30,
  });
  expect({ errors: result.errors, refused: result.non2xx }, url).toEqual({ errors: 0, refused: 0 });
  return result;
}

function megabytes({ process: { pid } }: ServerProcess): number {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1000);
}
