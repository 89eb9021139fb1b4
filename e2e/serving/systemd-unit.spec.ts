import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import packageJson from '../../package.json' with { type: 'json' };

const unitName = 'account-statement-for-plex.service';
const unitFile = resolve(import.meta.dirname, '../../deploy', unitName);
/** The highest exposure that counts as "OK" is 4.0. The unit had 1.2 when this was written. */
const maxExposure = 1.5;

// Only Linux has systemd.
if (spawnSync('systemd-analyze', ['--version']).status === 0) {
  test('the systemd unit is valid, starts the command of the package, and has few rights', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'unit-'));
    const unit = await readFile(unitFile, 'utf8');
    const [command] = Object.keys(packageJson.bin);
    expect(unit).toContain(`\nExecStart=${command}\n`);
    const copy = join(folder, unitName);
    // The command need not be installed on this machine.
    await writeFile(copy, unit.replace(`ExecStart=${command}`, `ExecStart=${process.execPath}`));
    const analyze = (...args: string[]) => {
      const { status, stdout, stderr } = spawnSync('systemd-analyze', [...args, copy], { encoding: 'utf8' });
      return { status, output: `${stdout}${stderr}` };
    };
    const { status, output } = analyze('verify', '--man=no', '--recursive-errors=no');
    // Other units of the machine may have warnings.
    expect(output.split('\n').filter((line) => line.includes(unitName))).toEqual([]);
    expect(status, output).toBe(0);
    const security = analyze('security', '--offline=true', '--no-pager', `--threshold=${maxExposure * 10}`);
    expect(security.status, security.output).toBe(0);
    await rm(folder, { recursive: true });
  });
}
