import { inspect } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullReply } from '../../test/full-reply.ts';
import { propertyRuns, propertyTimeoutMs } from '../../test/property-runs.ts';
import { parseAccount } from './parse-account.ts';

type Json = Record<string, unknown>;

test(
  'hides a value of any shape in the place of a secret',
  () => {
    const planted = 'Planted';
    const plantedNumber = 87_654_321;
    const { container } = fc.letrec((tie) => ({
      container: fc.oneof(
        { maxDepth: 6 },
        fc.constantFrom<unknown>(
          planted,
          `${planted} `,
          `a ${planted}`,
          plantedNumber,
          -plantedNumber,
          plantedNumber + 0.5,
        ),
        fc.array(tie('container'), { minLength: 1, maxLength: 3 }),
        fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'status', planted)), tie('container')),
        tie('container').map((inner) => JSON.stringify(inner)),
        tie('container').map((inner) => JSON.parse(`${'['.repeat(50)}${JSON.stringify(inner)}${']'.repeat(50)}`)),
      ),
    }));
    const place = fc.constantFrom<(secret: unknown) => Json>(
      (authToken) => ({ authToken }),
      (pin) => ({ pin }),
      (queueEmail) => ({ queueEmail }),
      (queueUid) => ({ queueUid }),
      (token) => ({ services: [{ token }, { identifier: 'epg', token }] }),
      (secret) => ({ services: [null, { secret }] }),
      (token) => ({ services: { epg: { token } } }),
      (secret) => ({ services: [[{ secret }]] }),
      (token) => ({ title: { token }, profile: { authToken: token }, roles: [{ secret: token }] }),
      (token) => ({
        ...fullReply,
        providers: { token },
        settings: [{ value: { token } }],
        trials: [{ token }, [{ token }]],
      }),
      (token) => ({ providers: JSON.stringify([{ token }]), services: JSON.stringify({ token }) }),
    );
    fc.assert(
      fc.property(place, container, (placeSecret, secret) => {
        const account = parseAccount(placeSecret(secret));
        const visible = [
          JSON.stringify(account),
          String(account),
          inspect(account, { depth: 99, breakLength: Number.POSITIVE_INFINITY }),
        ].join();
        expect(visible).not.toMatch(/planted|87654321/i);
      }),
      propertyRuns,
    );
  },
  propertyTimeoutMs,
);
