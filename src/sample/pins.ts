import { randomToken } from './random-token.ts';
import { createRateLimit } from './rate-limit.ts';
import { refusals } from './refusals.ts';
import { refuse, replyPin } from './reply.ts';

/** Once claimed, the token can be had for so long. */
const claimedSeconds = 10;

const strong = { seconds: 1800, length: 25, alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789' };
/** Without letters and digits that look like each other. */
const short = { seconds: 900, length: 4, alphabet: 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789' };

type Pin = {
  id: number;
  code: string;
  clientIdentifier: string;
  product: string;
  createdAt: Date;
  expiresAt: Date;
  authToken: string | null;
};

/** The PINs of a plex.tv. Those that have ended are forgotten. */
export function createPins(now: () => Date) {
  const pins = new Map<number, Pin>();
  const creations = createRateLimit(now, { times: 20, perSeconds: 60 });
  // "Once a second at most", and some air for those who reload.
  const checks = createRateLimit(now, { times: 3, perSeconds: 2 });

  /** Those that live, after the others are forgotten. */
  function living(): Pin[] {
    for (const { id, expiresAt } of pins.values()) if (expiresAt <= now()) pins.delete(id);
    return [...pins.values()];
  }

  return {
    /**
     * `POST /api/v2/pins`, with `?strong=true` or without. 201 with a new PIN; 400, 1000 without a client identifier;
     * 429, 1003 for the 21st within a minute.
     */
    create(request: Request): Response {
      const clientIdentifier = request.headers.get('X-Plex-Client-Identifier')?.trim();
      if (!clientIdentifier) return refuse(request, refusals.noClientIdentifier);
      const waitSeconds = creations(clientIdentifier);
      if (waitSeconds > 0) return refuse(request, refusals.rateLimited, { 'Retry-After': String(waitSeconds) });
      const isStrong = new URL(request.url).searchParams.get('strong') === 'true';
      const { seconds, length, alphabet } = isStrong ? strong : short;
      const createdAt = now();
      const pin: Pin = {
        id: Number(randomToken(9, '123456789')),
        code: randomToken(length, alphabet),
        clientIdentifier,
        product: request.headers.get('X-Plex-Product') ?? '0',
        createdAt,
        expiresAt: new Date(createdAt.getTime() + seconds * 1000),
        authToken: null,
      };
      pins.set(pin.id, pin);
      return replyPin(request, 201, written(pin, createdAt));
    },

    /**
     * `GET /api/v2/pins/{id}`. 200 with the PIN; with its token once it is claimed, which it then gives away and is
     * forgotten. 404, 1020 when it has ended, never was, or is another client's; 429, 1003 when asked too often.
     */
    show(request: Request, id: number): Response {
      const waitSeconds = checks(String(id));
      if (waitSeconds > 0) return refuse(request, refusals.rateLimited, { 'Retry-After': String(waitSeconds) });
      const clientIdentifier = request.headers.get('X-Plex-Client-Identifier')?.trim();
      const pin = living().find((candidate) => candidate.id === id && candidate.clientIdentifier === clientIdentifier);
      if (pin === undefined) return refuse(request, refusals.pinNotFound);
      if (pin.authToken !== null) pins.delete(id);
      return replyPin(request, 200, written(pin, now()));
    },

    /** Whether a PIN with this code waits for somebody to agree. People may type it in lower case. */
    isWaiting: (code: string) => find(living(), code) !== undefined,

    /** Somebody has agreed: the PIN holds a token, for ten seconds. */
    claim(code: string, authToken: string): void {
      const pin = find(living(), code);
      if (pin === undefined) return;
      pins.set(pin.id, { ...pin, authToken, expiresAt: new Date(now().getTime() + claimedSeconds * 1000) });
    },

    /** Its time is over. */
    end(code: string): void {
      const pin = find(living(), code);
      if (pin !== undefined) pins.delete(pin.id);
    },
  };
}

export type Pins = ReturnType<typeof createPins>;

function find(pins: Pin[], code: string): Pin | undefined {
  return pins.find((pin) => pin.authToken === null && pin.code.toLowerCase() === code.trim().toLowerCase());
}

/** In the form of 2026; the place is as empty as it was in the recorded reply. */
function written({ createdAt, expiresAt, ...pin }: Pin, at: Date): object {
  return {
    ...pin,
    trusted: false,
    qr: `https://plex.tv/api/v2/pins/qr/${pin.code}`,
    location: {
      code: 'SE',
      european_union_member: true,
      continent_code: 'EU',
      country: 'Sweden',
      city: null,
      time_zone: null,
      postal_code: null,
      in_privacy_restricted_country: true,
      in_privacy_restricted_region: true,
      subdivisions: null,
      coordinates: null,
    },
    expiresIn: Math.ceil((expiresAt.getTime() - at.getTime()) / 1000),
    createdAt: inSeconds(createdAt),
    expiresAt: inSeconds(expiresAt),
    newRegistration: pin.authToken === null ? null : false,
  };
}

function inSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
