import { render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Panel, PanelBoundary } from './panel.tsx';

test('is a region named by its heading alone', () => {
  render(
    <Panel id="security" title="Security" aside="8 rules">
      inside
    </Panel>,
  );
  const region = screen.getByRole('region', { name: 'Security' });
  expect(within(region).getByRole('heading', { level: 2, name: 'Security' })).toBeVisible();
  expect(region).toHaveAttribute('id', 'security');
  expect(region).toHaveTextContent('8 rules');
});

// The text stands for a secret that must not reach the page.
function Failing(): never {
  throw new Error('the reply was the-token');
}

test('shows a failed panel under its own name, without the error text, and keeps the other panels', () => {
  // React logs the error that a boundary catches.
  const reported = vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
  render(
    <>
      <PanelBoundary id="trials" title="Trials" resetKey={1}>
        <Failing />
      </PanelBoundary>
      <PanelBoundary id="services" title="Services" resetKey={1}>
        <Panel id="services" title="Services">
          inside
        </Panel>
      </PanelBoundary>
    </>,
  );
  const failed = screen.getByRole('region', { name: 'Trials' });
  expect(failed).toHaveAttribute('id', 'trials');
  expect(failed).toHaveTextContent('This panel could not be shown.');
  expect(failed).toHaveTextContent('Your account and the other panels are not affected.');
  expect(document.body).not.toHaveTextContent(/the-token|Error|\.tsx/);
  expect(screen.getByRole('region', { name: 'Services' })).toHaveTextContent('inside');
  expect(reported).toHaveBeenCalledOnce();
  reported.mockClear();
});

test('tries a failed panel again when the reset key changes, and not before', () => {
  const logged = vi.spyOn(console, 'error').mockImplementationOnce(() => undefined);
  const { rerender } = render(
    <PanelBoundary id="trials" title="Trials" resetKey={1}>
      <Failing />
    </PanelBoundary>,
  );
  rerender(
    <PanelBoundary id="trials" title="Trials" resetKey={1}>
      recovered
    </PanelBoundary>,
  );
  expect(screen.getByRole('region', { name: 'Trials' })).toHaveTextContent('This panel could not be shown.');
  rerender(
    <PanelBoundary id="trials" title="Trials" resetKey={2}>
      recovered
    </PanelBoundary>,
  );
  expect(screen.getByText('recovered')).toBeVisible();
  logged.mockClear();
});
