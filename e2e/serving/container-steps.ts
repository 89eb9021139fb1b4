import { execFileSync, spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, posix, resolve } from 'node:path';
import { type ServerProcess, waitUntilListening } from './start-server.ts';

const root = resolve(import.meta.dirname, '../..');
/** The user `node` of the official Node images. */
const nodeUser = 1000;

type Instruction = { name: string; value: string };
type Image = { env: Record<string, string>; workDir: string; user: string; command: string[]; healthCheck: string[] };

/**
 * Runs the steps of `deploy/Containerfile` without a container engine: each stage has an empty folder in place of its
 * file system. `npm ci` is replaced with a link to the packages of this checkout.
 */
export async function runContainerSteps(settings: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'container-'));
  const stages = readStages(await readFile(join(root, 'deploy/Containerfile'), 'utf8'));
  // The user of the last stage must reach its folder.
  execFileSync('chmod', ['755', folder]);
  let image: Image | undefined;
  for (const { name, instructions } of stages) {
    await mkdir(join(folder, name));
    image = await build(folder, name, instructions);
  }
  if (!image) throw new Error('The Containerfile has no stage.');
  const { env, command, healthCheck, user } = image;
  const options = {
    cwd: join(folder, stages.at(-1)?.name ?? '', image.workDir),
    env: { PATH: process.env.PATH, ...env, PORT: '0', ...settings },
    ...(user === 'node' && process.getuid?.() === 0 && { uid: nodeUser, gid: nodeUser }),
  };
  const [program = '', ...args] = command;
  const server: ServerProcess = await waitUntilListening(
    spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }),
  );
  const isHealthy = () => {
    const [checker = '', ...checkerArgs] = healthCheck;
    try {
      execFileSync(checker, checkerArgs, { env: { ...options.env, PORT: String(server.port) }, stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  const clean = () => rm(folder, { recursive: true });
  return { ...server, user, isHealthy, clean };
}

function readStages(containerfile: string): { name: string; instructions: Instruction[] }[] {
  const lines = containerfile
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter(Boolean);
  const stages: { name: string; instructions: Instruction[] }[] = [];
  for (const line of lines) {
    const [, name = '', value = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (name === 'FROM') stages.push({ name: / AS (\S+)/.exec(value)?.[1] ?? 'last', instructions: [] });
    else stages.at(-1)?.instructions.push({ name, value });
  }
  return stages;
}

async function build(folder: string, stage: string, instructions: Instruction[]): Promise<Image> {
  const image: Image = { env: {}, workDir: '/', user: 'root', command: [], healthCheck: [] };
  const inStage = (path: string) => join(folder, stage, path);
  for (const { name, value } of instructions) {
    if (name === 'WORKDIR') {
      image.workDir = value;
      await mkdir(inStage(value), { recursive: true });
    } else if (name === 'COPY') await copy(folder, value, inStage(image.workDir));
    else if (name === 'RUN' && value.startsWith('npm ci')) {
      await symlink(join(root, 'node_modules'), join(inStage(image.workDir), 'node_modules'));
    } else if (name === 'RUN') {
      execFileSync('sh', ['-c', value], { cwd: inStage(image.workDir), stdio: ['ignore', 'ignore', 'inherit'] });
    } else if (name === 'ENV') {
      Object.assign(image.env, Object.fromEntries(value.split(' ').map((pair) => pair.split('='))));
    } else if (name === 'USER') image.user = value;
    else if (name === 'CMD') image.command = JSON.parse(value);
    else if (name === 'HEALTHCHECK') image.healthCheck = JSON.parse(value.slice(value.indexOf('[')));
    else if (name !== 'LABEL' && name !== 'EXPOSE') throw new Error(`The Containerfile has an unknown step: ${name}`);
  }
  return image;
}

/** Runs one COPY. From the project's own folder, it copies only the files that the ignore file allows. */
async function copy(folder: string, value: string, workDir: string): Promise<void> {
  const words = value.split(' ');
  const from = words[0]?.startsWith('--from=') ? words.shift()?.slice('--from='.length) : undefined;
  const target = resolve(workDir, words.pop() ?? '');
  for (const source of words) {
    if (from !== undefined) {
      const copied = join(folder, from, source);
      const isFile = posix.extname(source) !== '';
      await cp(copied, isFile ? join(target, posix.basename(source)) : target, { recursive: true });
    } else {
      for (const path of await allowedPaths()) {
        if (source !== '.' && source !== path) continue;
        await mkdir(dirname(join(target, path)), { recursive: true });
        await cp(join(root, path), join(target, path), { recursive: true });
      }
    }
  }
}

/** The files and folders that `deploy/Containerfile.dockerignore` lets in. */
async function allowedPaths(): Promise<string[]> {
  const [first, ...lines] = (await readFile(join(root, 'deploy/Containerfile.dockerignore'), 'utf8'))
    .trim()
    .split('\n');
  if (first !== '*' || !lines.every((line) => /^![\w.-]+$/.test(line))) {
    throw new Error('The ignore file must leave out everything, and let in files and folders by their names.');
  }
  return lines.map((line) => line.slice(1));
}
