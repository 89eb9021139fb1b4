import { isReturning } from '../is-returning.ts';
import { sendEarlyRequest } from '../session/send-early-request.ts';

if (isReturning() && document.documentElement.dataset.browser !== 'too-old') {
  globalThis.earlyRequest = sendEarlyRequest().catch(() => undefined); // the app asks again, and reports the failure
}
