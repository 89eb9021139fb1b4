import { render, waitFor } from '@testing-library/react';
import { use } from 'react';
import { expect, test } from 'vitest';
import { lazyPanels } from './lazy-panels.tsx';
import { LazyPanelsContext, LazyPanelsProvider } from './lazy-section.tsx';

test('gives the loaded panels to the page one after the other, so that it reacts in between', async () => {
  const counts = new Set<number>();
  function Count() {
    const loaded = use(LazyPanelsContext);
    counts.add(loaded.state === 'ready' ? Object.keys(loaded.panels).length : 0);
    return null;
  }
  render(
    <LazyPanelsProvider isWanted>
      <Count />
    </LazyPanelsProvider>,
  );
  const all = Object.keys(lazyPanels).length;
  await waitFor(() => expect(counts).toContain(all));
  expect([...counts]).toEqual(Array.from({ length: all + 1 }, (_, count) => count));
});
