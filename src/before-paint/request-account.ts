import { isReturning } from '../is-returning.ts';
import { takeEarlyRequest } from '../session/early-request.ts';
import { sendEarlyRequest } from '../session/send-early-request.ts';

/** If the app's script has not arrived by then, the reply is old and is not kept. */
const maxWaitMs = 60_000;

const { browser, firstScreen } = document.documentElement.dataset;

// For a new visitor, `first-screen.js` has found nothing in the storages, so they are not read again.
if (firstScreen === 'other' && browser !== 'too-old' && isReturning()) {
  globalThis.earlyRequest = sendEarlyRequest().catch(() => undefined); // the app asks again, and reports the failure
  setTimeout(() => void takeEarlyRequest(undefined), maxWaitMs);
}
