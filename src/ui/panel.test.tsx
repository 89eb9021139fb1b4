import { render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Panel, PanelBoundary } from './panel.tsx';

test('is a region named by its heading alone', () => {
  render(
    <Panel id="security" title="Security" badge={{ tone: 'warn', text: 'Two-factor off' }}>
      inside
    </Panel>,
  );
  const region = screen.getByRole('region', { name: 'Security' });
  expect(within(region).getByRole('heading', { level: 2, name: 'Security' })).toBeVisible();
  expect(region).toHaveAttribute('id', 'security');
  expect(region).toHaveTextContent('Two-factor off');
});

function Failing(): never {
  throw new Error('the reply was the-token');
}

test('a panel that fails says so under its own name, without the reason, and leaves the others standing', () => {
  // React reports what a boundary caught.
  const reported = vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
  render(
    <>
      <PanelBoundary id="trials" title="Trials">
        <Failing />
      </PanelBoundary>
      <PanelBoundary id="services" title="Services">
        <Panel id="services" title="Services">
          inside
        </Panel>
      </PanelBoundary>
    </>,
  );
  const failed = screen.getByRole('region', { name: 'Trials' });
  expect(failed).toHaveAttribute('id', 'trials');
  expect(failed).toHaveTextContent('This panel could not be drawn.');
  expect(failed).toHaveTextContent('The other panels are not affected.');
  expect(document.body).not.toHaveTextContent(/the-token|Error|\.tsx/);
  expect(screen.getByRole('region', { name: 'Services' })).toHaveTextContent('inside');
  expect(reported).toHaveBeenCalledOnce();
  reported.mockClear();
});
