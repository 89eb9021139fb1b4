import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';

/** Makes a self-signed certificate for `names` in `folder`, and returns the paths of its two files. */
export function makeCertificate(folder: string, names: string[]): { key: string; cert: string } {
  const [key, cert] = [join(folder, 'test.key'), join(folder, 'test.pem')];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
      ...['-subj', `/CN=${names[0]}`, '-addext', `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`],
      ...['-keyout', key, '-out', cert],
    ],
    { stdio: 'ignore' },
  );
  // nginx reads it as another user.
  chmodSync(key, 0o644);
  return { key, cert };
}
