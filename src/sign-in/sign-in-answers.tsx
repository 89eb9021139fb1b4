import { CodeExplainer, CodeStep } from './code-step.tsx';
import { LockedOutNotice } from './locked-out-notice.tsx';
import { SignInErrorNotice } from './sign-in-error-notice.tsx';
import { SlowSignInNotice } from './slow-sign-in-notice.tsx';

/** What the form shows after a request to plex.tv. It loads with the code that sends the request. */
export const signInAnswers = { CodeExplainer, CodeStep, LockedOutNotice, SignInErrorNotice, SlowSignInNotice };
