import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { App } from './app.tsx';
import { sampleLogins } from './sample/sample-logins.ts';
import { createSamplePlexTv } from './sample/sample-plex-tv.ts';
import { renderWithQueryClient } from './test/render-with-query-client.tsx';
import { fillIn, signInForm } from './test/sign-in-form.ts';
import { translatePage } from './test/translate-page.ts';

describe.each(['move', 'replace'] as const)('on a sign-in screen that a browser has translated (%s)', (mode) => {
  test('errors and steps come and go, up to the account and back', async () => {
    const withCode = sampleLogins.find(({ kind, verificationCode }) => kind === 'account' && verificationCode);
    if (!withCode?.verificationCode) throw new Error('the sample has no account with a code');
    const { fetch } = createSamplePlexTv();
    const client = { base: 'https://account.example/', clientIdentifier: 'browser-1', fetch };
    const { user } = renderWithQueryClient(<App plexTv={{ client }} />);
    await waitFor(() => expect(signInForm.submit()).toBeVisible());

    translatePage(mode);
    await user.click(signInForm.submit());
    translatePage(mode);
    await fillIn(user, withCode.login, 'not the password');
    await user.click(signInForm.submit());
    expect(await screen.findByText('plex.tv did not accept this sign-in.')).toBeVisible();

    translatePage(mode);
    await user.clear(signInForm.password());
    await fillIn(user, '', withCode.password);
    await user.click(signInForm.submit());
    await waitFor(() => expect(signInForm.code()).toBeVisible());
    expect(screen.queryByText('plex.tv did not accept this sign-in.')).not.toBeInTheDocument();

    translatePage(mode);
    await user.click(signInForm.code());
    await user.paste(withCode.verificationCode);
    translatePage(mode);
    await user.click(signInForm.submit());
    await waitFor(() => expect(screen.getAllByRole('region')).toHaveLength(11));

    translatePage(mode);
    await user.click(screen.getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(signInForm.submit()).toBeVisible());
    expect(screen.queryByRole('region')).not.toBeInTheDocument();
  });
});
