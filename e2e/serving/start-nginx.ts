import { spawn } from 'node:child_process';
import { chown, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findNginx } from './find-nginx.ts';
import { freePort } from './free-port.ts';
import { end, untilListening } from './until-listening.ts';

const root = resolve(import.meta.dirname, '../..');
const nobody = 65_534;

export type Served = {
  port: number;
  /** With the slash at its end. */
  url: string;
  pid: number;
  /** What has been logged so far, error logs included. */
  log: () => Promise<string>;
  stop: () => Promise<void>;
};

/** The configuration in `deploy/`, with `settings` in place of its defaults, in a real nginx. */
export async function startNginx(settings: Record<string, string>): Promise<Served> {
  const nginx = await runNginx(async (folder, port) => {
    await cp(join(root, 'dist'), join(folder, 'html'), { recursive: true });
    return render({
      WEB_ROOT: join(folder, 'html'),
      ACCESS_LOG: join(folder, 'logs/access.log'),
      LISTEN_PORT: String(port),
      ...settings,
    });
  });
  return { ...nginx, url: `${nginx.url.slice(0, -1)}${settings.BASE_PATH ?? ''}/` };
}

/**
 * nginx with what `site` makes for it, as the container runs it: not as root, with nothing it may write to but its log
 * and its process id. Bodies cannot go to disk: there is none.
 */
export async function runNginx(site: (folder: string, port: number) => Promise<string>): Promise<Served> {
  const nginx = findNginx();
  if (!nginx) throw new Error('There is no nginx.');
  const folder = await mkdtemp(join(tmpdir(), 'statement-nginx-'));
  await Promise.all(['run', 'logs', 'temp'].map((name) => mkdir(join(folder, name))));
  const asNobody = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  if (asNobody.uid) await Promise.all(['', 'run', 'logs'].map((name) => chown(join(folder, name), nobody, nobody)));
  const port = await freePort();
  // Copies, as whoever it runs as may not look into this project's folder.
  await cp(nginx.program, join(folder, 'nginx'));
  await cp(nginx.mimeTypes, join(folder, 'mime.types'));
  await writeFile(join(folder, 'site.conf'), await site(folder, port));
  await writeFile(join(folder, 'nginx.conf'), around(folder));

  const said: string[] = [];
  const errorLog = join(folder, 'logs/error.log');
  const server = spawn(join(folder, 'nginx'), ['-p', folder, '-e', errorLog, '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
    ...asNobody,
  });
  server.stderr.on('data', (data) => said.push(String(data)));
  await untilListening(port, server, () => `nginx ended: ${said.join('')}`);

  const log = async () => {
    const files = await readdir(join(folder, 'logs'));
    return (await Promise.all(files.map((file) => readFile(join(folder, 'logs', file), 'utf8')))).join('');
  };
  const stop = async () => {
    await end(server);
    const lines = (await log()).split('\n').filter((line) => line && !isHarmless(line));
    await rm(folder, { recursive: true });
    // Whatever the tests sent: no token, password, code or address can be in lines of such forms.
    if (lines.length > 0) throw new Error(`nginx logged what it should not:\n${lines.join('\n')}`);
  };
  return { port, url: `http://localhost:${port}/`, pid: server.pid ?? 0, log, stop };
}

/** The template with its settings filled in, as envsubst does it. */
async function render(settings: Record<string, string>): Promise<string> {
  const folder = join(root, 'deploy/nginx');
  const defaults = (await readFile(join(folder, 'settings.env'), 'utf8')).matchAll(/^([A-Z_]+)=(.*)$/gm);
  const values = { ...Object.fromEntries([...defaults].map(([, name, value]) => [name, value])), ...settings };
  const template = await readFile(join(folder, 'default.conf.template'), 'utf8');
  return template.replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => {
    const value: unknown = values[name];
    if (typeof value !== 'string') throw new Error(`${name} is not in settings.env`);
    return value;
  });
}

/** What the image's own nginx.conf has around our part. */
function around(folder: string): string {
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path temp;`);
  return `
    daemon off;
    pid run/nginx.pid;
    error_log ${join(folder, 'logs/error.log')} notice;
    worker_processes auto;
    events { worker_connections 4096; }
    http {
      include ${join(folder, 'mime.types')};
      # autocannon overlooks that a connection is about to be closed.
      keepalive_requests 1000000;
      ${temp.join('\n')}
      include ${join(folder, 'site.conf')};
    }`;
}

function isHarmless(line: string): boolean {
  const paths = '/|/assets/|/api/v2/(?:user|users/signin|users/signout|pins|pins/\\{id\\})|\\(other path\\)';
  const methods = 'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|\\(other\\)|-?';
  const access = new RegExp(
    `^\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}[+-]\\d\\d:\\d\\d (?:${methods}) (?:${paths}) \\d{3} plex\\.tv: [-\\d, :]+ [\\d.]+ s$`,
  );
  const isAboutName = /^[\d/]+ [\d:]+ \[error\] [^,?]* while resolving, resolver: [\d.:]+$/.test(line);
  return (
    isAboutName ||
    access.test(line) ||
    /^[\d/]+ [\d:]+ \[notice\] \d+#\d+: (?!.*(?:client|request|upstream):)/.test(line)
  );
}
