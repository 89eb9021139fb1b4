import { ExpiringMap } from '../expiring-map.ts';
import { type Refusal, refusals } from '../refusals.ts';
import { refuse, replyFrameworkError, replyText, replyValue } from '../reply.ts';
import type { Session, Sessions } from '../sessions.ts';
import { xmlElement } from '../xml.ts';
import { homeAddress, type SampleAccess, type SampleDevice, type Viewer } from './access.ts';
import { type AccessCall, accessFailures } from './access-failures.ts';
import { sampleAccess } from './sample-access.ts';

type Answer = (access: SampleAccess, session: Session) => Response;

const lifetimeSeconds = 14 * 86_400;

/** Answers the requests about access to the account. A signed-out device is not listed again in the same session. */
export function createAccessEndpoints(now: () => Date, sessions: Sessions) {
  const signedOut = new ExpiringMap<string, true>({ maxEntries: 50_000, lifetimeSeconds, now });
  const signOutCounts = new ExpiringMap<string, number>({ maxEntries: 1_000, lifetimeSeconds, now });

  async function show(call: AccessCall, request: Request, answer: Answer): Promise<Response> {
    const { token, session } = sessionOf(request);
    if (session === undefined) return refuse(request, refusals.notAuthenticated);
    const failure = accessFailures[session.login];
    if (failure?.endsToken) {
      sessions.delete(token);
      return refuse(request, refusals.invalidToken);
    }
    return (await failure?.[call]?.(request)) ?? answer(accessOf(request, session), session);
  }

  function sessionOf(request: Request) {
    const token = request.headers.get('X-Plex-Token') ?? '';
    return { token, session: sessions.get(token) };
  }

  function accessOf(request: Request, { account, login }: Session): SampleAccess {
    return sampleAccess(login, accessFailures[login] !== undefined, { now: now(), account, client: clientOf(request) });
  }

  function devicesOf(request: Request, token: string, session: Session): readonly SampleDevice[] {
    const { devices } = accessOf(request, session);
    return devices.filter(({ id }) => signedOut.get(`${token} ${id}`) === undefined);
  }

  return {
    /** `GET /api/v2/home/users`. */
    home: (request: Request) => show('home', request, ({ home }) => replyValue(request, 200, 'home', home)),

    /** `GET /devices.xml`. XML for any `Accept`. */
    devices: (request: Request) =>
      show('devices', request, (_, session) => replyDevices(devicesOf(request, sessionOf(request).token, session))),

    /**
     * `DELETE /devices/{id}.xml`. Signs the device out: it is no longer listed, and 204 is sent. An unknown device gets
     * 404. A client that signs itself out loses its token. No recorded reply is known.
     */
    signOutDevice(request: Request, id: number): Response {
      const { token, session } = sessionOf(request);
      if (session === undefined) return refuse(request, refusals.notAuthenticated);
      const before = signOutCounts.get(token) ?? 0;
      signOutCounts.set(token, before + 1);
      const failure = accessFailures[session.login]?.deviceSignOut?.(request, before);
      if (failure !== undefined) {
        // A device that was signed out elsewhere is no longer listed.
        if (failure.status === 404) signedOut.set(`${token} ${id}`, true);
        return failure;
      }
      const device = devicesOf(request, token, session).find((candidate) => candidate.id === id);
      if (device === undefined) return replyFrameworkError(404, 'Not Found');
      if (device.clientIdentifier === clientOf(request).identifier) sessions.delete(token);
      signedOut.set(`${token} ${id}`, true);
      return new Response(null, { status: 204 });
    },

    /** `GET /api/v2/friends?status=accepted` and `…=pending_received`. A managed user is refused. */
    friends(request: Request): Promise<Response> {
      const isPending = new URL(request.url).searchParams.get('status') === 'pending_received';
      const call = isPending ? 'invitations' : 'friends';
      return show(call, request, (access, { account }) =>
        account.restricted === true
          ? refuse(request, refusals.notForManagedUsers)
          : replyValue(request, 200, 'friends', access[call]),
      );
    },

    /** `GET /api/v2/resources`. Without `includeHttps=1` plex.tv leaves out the addresses of https. */
    resources: (request: Request) =>
      show('resources', request, ({ resources }) => replyValue(request, 200, 'resources', resources)),

    /** `GET /api/v2/user/privacy`. */
    privacy: (request: Request) =>
      show('privacy', request, ({ privacy }) => replyValue(request, 200, 'privacy', privacy)),

    /** `GET /api/v2/user/view_state_sync`. */
    watchStateSync: (request: Request) =>
      show('watchStateSync', request, ({ watchStateSync }) =>
        replyValue(request, 200, 'viewStateSync', watchStateSync),
      ),

    /** `GET /api/v2/user/{uuid}/settings/opt_outs`. XML for any `Accept`. The UUID of another account gets 404. */
    optOuts: (request: Request, uuid: string) =>
      show('optOuts', request, ({ optOuts }, { account }) =>
        account.uuid === uuid || typeof account.uuid !== 'string'
          ? replyText(200, 'application/xml', xmlElement('optOuts', optOuts))
          : replyFrameworkError(404, 'Not Found'),
      ),

    /** `GET /api/v2/user/webhooks`. An error without a Plex Pass. */
    webhooks: (request: Request) =>
      show('webhooks', request, ({ webhooks }) =>
        isRefusal(webhooks) ? refuse(request, webhooks) : replyValue(request, 200, 'webhooks', webhooks),
      ),
  };
}

function isRefusal(webhooks: SampleAccess['webhooks']): webhooks is Refusal {
  return 'error' in webhooks;
}

function clientOf({ headers }: Request): Viewer['client'] {
  const header = (name: string) => headers.get(`X-Plex-${name}`) ?? '';
  return {
    identifier: header('Client-Identifier'),
    name: header('Device-Name'),
    product: header('Product'),
    version: header('Version'),
    platform: header('Platform'),
    platformVersion: header('Platform-Version'),
  };
}

function replyDevices(devices: readonly SampleDevice[]): Response {
  const elements = devices.map(({ uris, ...attributes }) => {
    const connections = typeof uris === 'string' ? uris.split(' ').map((uri) => xmlElement('Connection', { uri })) : [];
    return `  ${xmlElement('Device', attributes, connections)}\n`;
  });
  const container = xmlElement('MediaContainer', { publicAddress: homeAddress, size: devices.length }, [
    '\n',
    ...elements,
  ]);
  return replyText(200, 'application/xml', `<?xml version="1.0" encoding="UTF-8"?>\n${container}\n`);
}
