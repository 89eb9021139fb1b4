import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { DrawClosedFolds, Fold } from './fold.tsx';

const fold = (drawsClosed: boolean) => (
  <DrawClosedFolds value={drawsClosed}>
    <Fold title="All 3 fields">the fields</Fold>
  </DrawClosedFolds>
);

test('leaves out its content until the page draws closed folds', () => {
  const { rerender } = render(fold(false));
  expect(screen.queryByText('the fields')).not.toBeInTheDocument();
  rerender(fold(true));
  expect(screen.getByText('the fields')).toBeInTheDocument();
});

test('draws its content when it is opened before', async () => {
  render(fold(false));
  await userEvent.setup().click(screen.getByText('All 3 fields'));
  expect(await screen.findByText('the fields')).toBeVisible();
});
