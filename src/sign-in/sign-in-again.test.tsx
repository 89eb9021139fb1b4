import { screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createSession } from '../session/session.ts';
import { accountFrom } from '../test/account-from.ts';
import { fakeModalDialogs } from '../test/fake-modal-dialogs.ts';
import { fakePlexTv } from '../test/fake-plex-tv.ts';
import { fullReply } from '../test/full-reply.ts';
import { renderWithQueryClient } from '../test/render-with-query-client.tsx';
import { signInForm } from '../test/sign-in-form.ts';
import { ScreenShareSwitch, useScreenShare } from '../ui/screen-share-switch.tsx';
import { SignInAgain } from './sign-in-again.tsx';

beforeEach(() => {
  fakeModalDialogs();
  sessionStorage.clear();
});

function Switch() {
  return <ScreenShareSwitch {...useScreenShare()} />;
}

async function showSignInAgain({ isScreenShared }: { isScreenShared: boolean }) {
  const shareSwitch = renderWithQueryClient(<Switch />);
  if (isScreenShared) await shareSwitch.user.click(screen.getByRole('button', { name: 'Blur for screen sharing' }));
  shareSwitch.unmount();
  const { client } = fakePlexTv(() => Response.error());
  const details = { method: 'password', isRemembered: true } as const;
  const session = createSession({ client }, { account: accountFrom(fullReply), details });
  renderWithQueryClient(
    <SignInAgain session={session} isOtherAccount={false} onSignedIn={vi.fn()} onClose={vi.fn()} />,
  );
}

test('fills in the login and "Remember me" of the current session', async () => {
  await showSignInAgain({ isScreenShared: false });
  expect(signInForm.login()).toHaveValue('ada@example.com');
  expect(signInForm.rememberMe()).toBeChecked();
});

test('does not show the login while the screen is shared', async () => {
  await showSignInAgain({ isScreenShared: true });
  expect(signInForm.login()).toHaveValue('');
  expect(signInForm.rememberMe()).toBeChecked();
  expect(document.documentElement.outerHTML).not.toContain('ada@example.com');
});
