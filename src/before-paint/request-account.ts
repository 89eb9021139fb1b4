import { isReturning } from '../is-returning.ts';
import { takeEarlyRequest } from '../session/early-request.ts';
import { sendEarlyRequest } from '../session/send-early-request.ts';

/** If the app's script has not arrived by then, the reply is old and is not kept. */
const maxWaitMs = 60_000;

if (isReturning() && document.documentElement.dataset.browser !== 'too-old') {
  globalThis.earlyRequest = sendEarlyRequest().catch(() => undefined); // the app asks again, and reports the failure
  setTimeout(() => void takeEarlyRequest(undefined), maxWaitMs);
}
