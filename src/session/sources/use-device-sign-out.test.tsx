import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import { type ReactNode, StrictMode } from 'react';
import { expect, test, vi } from 'vitest';
import { type Device, readDevices } from '../../plex/access/devices.ts';
import { Secret } from '../../plex/secrets/secret.ts';
import { accountFrom } from '../../test/account-from.ts';
import { errorResponse } from '../../test/error-response.ts';
import { fakePlexTv } from '../../test/fake-plex-tv.ts';
import { fullReply } from '../../test/full-reply.ts';
import { createSession, type Session } from '../session.ts';
import { accountQueryKey, useAccount } from '../use-account.ts';
import { countDevices } from './device-sign-out.ts';
import { sendAccessRequest } from './send-access-request.ts';
import { useDeviceSignOut } from './use-device-sign-out.ts';

function devicesOf(...ids: (number | string)[]): Device[] {
  const elements = ids.map((id) => `<Device name="device ${id}" id="${id}" clientIdentifier="client-${id}"/>`);
  return readDevices(`<MediaContainer>${elements.join('')}</MediaContainer>`).data.devices;
}

const done = () => new Response(null, { status: 204 });
const accountPath = '/api/v2/user';

/** Ada's session, and a plex.tv that answers each sign-out when the test says so, or at once by `answers`. */
function open(answers: Record<string, () => Response | Promise<Response>> = {}) {
  const { client, requests } = fakePlexTv(async ({ url }) => {
    const path = new URL(url).pathname;
    if (path === accountPath) return Response.json(fullReply);
    const id = path.replace('/devices/', '').replace('.xml', '');
    return (answers[id] ?? done)();
  });
  const session = createSession(
    { client },
    { account: accountFrom(fullReply), details: { method: 'password', isRemembered: false } },
  );
  const queryClient = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <StrictMode>
      <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
    </StrictMode>
  );
  const onEnded = vi.fn();
  const useBoth = (props: { session: Session }) => {
    useAccount(props.session);
    return useDeviceSignOut(props.session, onEnded);
  };
  const openAgain = () => renderHook(useBoth, { wrapper, initialProps: { session } });
  const hook = openAgain();
  const lines = () => requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);
  return { ...hook, openAgain, session, queryClient, requests, onEnded, lines };
}

/** An answer that the test gives later. */
function laterAnswer() {
  let answer: (response: Response) => void = () => {};
  const response = new Promise<Response>((resolve) => {
    answer = resolve;
  });
  return { answer: () => response, release: (reply = done()) => answer(reply) };
}

const outcomes = ({ current: { run } }: { current: ReturnType<typeof useDeviceSignOut> }) =>
  run?.items.map(({ outcome }) => outcome.state);

function leavePage(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return event.defaultPrevented;
}

test('does nothing by itself', () => {
  const { result, requests } = open();
  expect([result.current.run, requests]).toEqual([null, []]);
});

test('signs the devices out one after the other, each once, and says how each ended', async () => {
  const first = laterAnswer();
  const { result, lines, onEnded, requests } = open({
    1: first.answer,
    2: () => new Response('{"status":404,"error":"Not Found"}', { status: 404 }),
    3: () => new Response('<html>', { status: 503 }),
  });
  act(() => result.current.start(devicesOf(1, 2, 3, 4)));
  await waitFor(() => expect(lines()).toEqual(['DELETE /devices/1.xml']));
  expect(outcomes(result)).toEqual(['running', 'waiting', 'waiting', 'waiting']);
  expect(leavePage()).toBe(true);
  first.release();
  await waitFor(() => expect(result.current.run).toMatchObject({ phase: 'ended', end: 'done' }));
  expect(outcomes(result)).toEqual(['signed-out', 'already-gone', 'failed', 'signed-out']);
  expect(result.current.run?.items[2]?.outcome).toMatchObject({ error: { kind: 'serverError', words: {} } });
  expect(lines()).toEqual([1, 2, 3, 4].map((id) => `DELETE /devices/${id}.xml`));
  expect(requests[0]?.headers.get('X-Plex-Token')).toBe(fullReply.authToken);
  expect(onEnded.mock.calls).toEqual([[result.current.run]]);
  expect(leavePage()).toBe(false);
  act(() => result.current.close());
  expect(result.current.run).toBeNull();
});

test('leaves out this browser and devices without an id', async () => {
  const { result, lines } = open();
  const [one, own, without] = devicesOf(1, 2, 'x');
  if (!one || !own || !without) throw new Error('no devices');
  act(() => result.current.start([without, { ...own, clientIdentifier: 'browser-1' }, one]));
  await waitFor(() => expect(result.current.run?.phase).toBe('ended'));
  expect(lines()).toEqual(['DELETE /devices/1.xml']);
});

test('stops after the current device, and says how many are left', async () => {
  const second = laterAnswer();
  const { result, lines } = open({ 2: second.answer });
  act(() => result.current.start(devicesOf(1, 2, 3)));
  await waitFor(() => expect(lines()).toHaveLength(2));
  act(() => result.current.stop());
  expect(result.current.run?.phase).toBe('stopping');
  expect(leavePage()).toBe(true);
  second.release();
  await waitFor(() => expect(result.current.run).toMatchObject({ phase: 'ended', end: 'stopped' }));
  expect(outcomes(result)).toEqual(['signed-out', 'signed-out', 'waiting']);
  expect(result.current.run && countDevices(result.current.run).left).toBe(1);
  expect(lines()).toHaveLength(2);
});

test('pauses and goes on', async () => {
  const first = laterAnswer();
  const { result, lines } = open({ 1: first.answer });
  act(() => result.current.start(devicesOf(1, 2)));
  await waitFor(() => expect(lines()).toHaveLength(1));
  act(() => result.current.pause());
  first.release();
  await waitFor(() => expect(result.current.run?.phase).toBe('paused'));
  expect([outcomes(result), lines().length]).toEqual([['signed-out', 'waiting'], 1]);
  act(() => result.current.resume());
  await waitFor(() => expect(result.current.run).toMatchObject({ phase: 'ended', end: 'done' }));
  expect(lines()).toHaveLength(2);
});

test('does not send a device twice when it goes on before the pause has begun', async () => {
  const first = laterAnswer();
  const { result, lines } = open({ 1: first.answer });
  act(() => result.current.start(devicesOf(1, 2)));
  await waitFor(() => expect(lines()).toHaveLength(1));
  act(() => result.current.pause());
  act(() => result.current.resume());
  act(() => result.current.start(devicesOf(9)));
  first.release();
  await waitFor(() => expect(result.current.run?.phase).toBe('ended'));
  expect(lines()).toEqual(['DELETE /devices/1.xml', 'DELETE /devices/2.xml']);
});

test('a 429 stops the rest', async () => {
  const limited = () => errorResponse(429, 1003, 'API rate limit exceeded', { 'Retry-After': '30' });
  const { result, lines } = open({ 2: limited });
  act(() => result.current.start(devicesOf(1, 2, 3)));
  await waitFor(() => expect(result.current.run).toMatchObject({ phase: 'ended', end: 'rate-limited' }));
  expect(outcomes(result)).toEqual(['signed-out', 'failed', 'waiting']);
  expect(lines()).toHaveLength(2);
  // plex.tv still asks to wait.
  act(() => result.current.start(devicesOf(3)));
  await waitFor(() => expect(result.current.run).toMatchObject({ phase: 'ended' }));
  expect(lines()).toHaveLength(2);
});

test('a refused token stops the rest, and the account shows whether the session is valid', async () => {
  const { result, lines, queryClient, session } = open({ 2: () => errorResponse(401, 1001, 'no') });
  act(() => result.current.start(devicesOf(1, 2, 3)));
  await waitFor(() => expect(result.current.run).toMatchObject({ phase: 'ended', end: 'refused' }));
  expect(outcomes(result)).toEqual(['signed-out', 'failed', 'waiting']);
  await waitFor(() => expect(lines()).toContain(`GET ${accountPath}`));
  expect(queryClient.getQueryState(accountQueryKey(session))?.error).toBeNull();
});

test('uses the token of a newer sign-in for the devices that are left', async () => {
  const first = laterAnswer();
  const { result, rerender, session, requests } = open({ 1: first.answer });
  act(() => result.current.start(devicesOf(1, 2)));
  await waitFor(() => expect(requests).toHaveLength(1));
  rerender({ session: { ...session, token: new Secret('newer-token-00000000') } });
  first.release();
  await waitFor(() => expect(result.current.run?.phase).toBe('ended'));
  expect(requests[1]?.headers.get('X-Plex-Token')).toBe('newer-token-00000000');
});

test('stops when the account screen closes', async () => {
  const first = laterAnswer();
  const { result, unmount, lines, onEnded, openAgain } = open({ 1: first.answer });
  act(() => result.current.start(devicesOf(1, 2)));
  await waitFor(() => expect(lines()).toHaveLength(1));
  unmount();
  first.release();
  // A later run of the same session takes its turn after the one that was left.
  const again = openAgain();
  act(() => again.result.current.start(devicesOf(9)));
  await waitFor(() => expect(again.result.current.run?.phase).toBe('ended'));
  expect(lines()).toEqual(['DELETE /devices/1.xml', 'DELETE /devices/9.xml']);
  expect(onEnded.mock.calls).toEqual([[again.result.current.run]]);
  expect(leavePage()).toBe(false);
});

test('does not send what still waits for its turn when it is stopped or paused', async () => {
  const { result, lines, session } = open();
  const slots = [laterAnswer(), laterAnswer()];
  const others = slots.map((slot) => sendAccessRequest(session.client, slot.answer));
  act(() => result.current.start(devicesOf(1)));
  await waitFor(() => expect(outcomes(result)).toEqual(['running']));
  act(() => result.current.pause());
  await waitFor(() => expect([result.current.run?.phase, outcomes(result)]).toEqual(['paused', ['waiting']]));
  act(() => result.current.resume());
  await waitFor(() => expect(outcomes(result)).toEqual(['running']));
  act(() => result.current.stop());
  await waitFor(() => expect(result.current.run).toMatchObject({ phase: 'ended', end: 'stopped' }));
  for (const slot of slots) slot.release();
  await Promise.all(others);
  expect([outcomes(result), lines()]).toEqual([['waiting'], []]);
});
