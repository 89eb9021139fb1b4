import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { scanQrCode } from '../../test/scan-qr-code.ts';
import { QrCode } from './qr-code.tsx';

test.each(['https://plex.tv/link/?pin=AB3F', 'https://plex.tv/link/?pin=2222', 'https://plex.tv/link/?pin=ZZZZ'])(
  'an independent reader decodes %s',
  (text) => {
    render(<QrCode text={text} label="The code" />);
    expect(scanQrCode(screen.getByRole('img', { name: 'The code' }))).toBe(text);
  },
);

test('is dark on light and has the margin of four modules that readers need', () => {
  render(<QrCode text="https://plex.tv/link/?pin=AB3F" label="The code" />);
  const svg = screen.getByRole('img');
  const size = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const coordinates = [...(svg.querySelector('path')?.getAttribute('d') ?? '').matchAll(/M(\d+) (\d+)/g)].flatMap(
    ([, x, y]) => [Number(x), Number(y)],
  );
  expect([Math.min(...coordinates), Math.max(...coordinates)]).toEqual([4, size - 5]);
  expect(svg.querySelector('rect')).toHaveAttribute('fill', '#fff');
});
