import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fullReply } from '../../test/full-reply.ts';
import { renderSection } from '../../test/render-section.tsx';
import { answeredSources, waitingSources } from '../../test/sources.ts';

const now = new Date('2026-11-23T12:00:00Z');

function lines(sources = waitingSources) {
  renderSection('Security', fullReply, now, sources);
  const list = within(screen.getByRole('list', { name: 'Other checks' }));
  const read = list.getAllByRole('listitem').length;
  return { read, grey: list.getAllByRole('listitem', { hidden: true }).length - read };
}

test('draws a grey line for each check that waits for plex.tv, not for screen readers', () => {
  expect(lines()).toEqual({ read: 5, grey: 5 });
});

test('draws no grey line when plex.tv has answered', () => {
  expect(lines(answeredSources).grey).toBe(0);
});
