import { ExpiringMap } from './expiring-map.ts';
import { randomToken } from './random-token.ts';
import { createRateLimit } from './rate-limit.ts';
import { refusals } from './refusals.ts';
import { refuse, replyPin } from './reply.ts';

/** How long the token can be fetched after the approval. */
const approvedSeconds = 10;

const strong = { seconds: 1800, length: 25, alphabet: 'abcdefghijklmnopqrstuvwxyz0123456789' };
/** The alphabet leaves out letters and digits that look alike. */
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

/** Stores the PINs of a sample plex.tv, and removes expired ones. */
export function createPins(now: () => Date) {
  const pins = new ExpiringMap<number, Pin>({ maxEntries: 1_000, lifetimeSeconds: strong.seconds, now });
  const creations = createRateLimit(now, { times: 20, perSeconds: 60 });
  // The page checks once a second at most. This allows one more for a reload.
  const checks = createRateLimit(now, { times: 3, perSeconds: 2 });

  /** Removes expired PINs and returns the others. */
  function activePins(): Pin[] {
    for (const { id, expiresAt } of pins.values()) if (expiresAt <= now()) pins.delete(id);
    return pins.values();
  }

  return {
    /**
     * `POST /api/v2/pins`, with `?strong=true` or without. Sends 201 with a new PIN. Errors: no client identifier (400,
     * 1000), the 21st PIN within a minute (429, 1003).
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
      return replyPin(request, 201, pinJson(pin, createdAt));
    },

    /**
     * `GET /api/v2/pins/{id}`. Sends 200 with the PIN. An approved PIN has its token and is removed once sent.
     * Errors: an expired or unknown PIN, or one of another client (404, 1020), too many checks (429, 1003).
     */
    show(request: Request, id: number): Response {
      const waitSeconds = checks(String(id));
      if (waitSeconds > 0) return refuse(request, refusals.rateLimited, { 'Retry-After': String(waitSeconds) });
      const clientIdentifier = request.headers.get('X-Plex-Client-Identifier')?.trim();
      const pin = activePins().find(
        (candidate) => candidate.id === id && candidate.clientIdentifier === clientIdentifier,
      );
      if (pin === undefined) return refuse(request, refusals.pinNotFound);
      if (pin.authToken !== null) pins.delete(id);
      return replyPin(request, 200, pinJson(pin, now()));
    },

    /** The PIN with this code that waits for approval. A person may type it in lower case. */
    findWaiting: (code: string) => find(activePins(), code),

    /** Approves a PIN: it holds the token for ten seconds. */
    approve(code: string, authToken: string): void {
      const pin = find(activePins(), code);
      if (pin === undefined) return;
      pins.set(pin.id, { ...pin, authToken, expiresAt: new Date(now().getTime() + approvedSeconds * 1000) });
    },

    /** Ends a PIN before its time. */
    end(code: string): void {
      const pin = find(activePins(), code);
      if (pin !== undefined) pins.delete(pin.id);
    },
  };
}

export type Pins = ReturnType<typeof createPins>;

function find(pins: Pin[], code: string): Pin | undefined {
  return pins.find((pin) => pin.authToken === null && pin.code.toLowerCase() === code.trim().toLowerCase());
}

/** A PIN in the format of 2026. The recorded reply also has null for most of the location. */
function pinJson({ createdAt, expiresAt, ...pin }: Pin, now: Date): object {
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
    expiresIn: Math.ceil((expiresAt.getTime() - now.getTime()) / 1000),
    createdAt: isoSeconds(createdAt),
    expiresAt: isoSeconds(expiresAt),
    newRegistration: pin.authToken === null ? null : false,
  };
}

function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, 'Z');
}
