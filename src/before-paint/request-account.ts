import { isReturning } from '../is-returning.ts';
import { sendEarlyRequest } from '../session/send-early-request.ts';

// It is null when the app's script has started before this one.
const isInTime = globalThis.earlyRequest === undefined;
if (isInTime && isReturning() && document.documentElement.dataset.browser !== 'too-old') {
  globalThis.earlyRequest = sendEarlyRequest().catch(() => undefined); // the app asks again, and reports the failure
}
