import { hasStoredSession } from './session/storage/has-stored-session.ts';
import { hasStoredPin, isBackFromPlexTv } from './sign-in/pin/has-stored-pin.ts';
import { sampleInFragment } from './ui/address-fragment.ts';

/**
 * Whether the page opens with the account of a stored session. It does not in the sample, nor when the tab comes back from
 * plex.tv: then it finishes that sign-in.
 */
export function isReturning(): boolean {
  const isFinishingSignIn = hasStoredPin() && isBackFromPlexTv();
  return sampleInFragment() === undefined && hasStoredSession() && !isFinishingSignIn;
}
