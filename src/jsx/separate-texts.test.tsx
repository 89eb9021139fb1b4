import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { translatePage } from '../test/translate-page.ts';

/** Children in all the forms that a component may have. */
function Sample({ count, word, children }: { count: number; word?: string | undefined; children?: ReactNode }) {
  return (
    <main>
      Before {word && <b>{word}</b>} {count} {count === 1 ? 'thing' : 'things'}
      {count > 2 && ', many'}
      <p>
        {count} of {10} {count > 2 && 'or so'}
      </p>
      <button type="button">
        <i />
        {children}
      </button>
      {/* biome-ignore lint/complexity/noUselessFragments: a fragment with a text alone is a case of its own */}
      <>{word}</>
      {word ? <em>{word}</em> : 'no word'}
      {[count, ' ', <u key="word">{word}</u>, word]}
    </main>
  );
}

const steps: Parameters<typeof Sample>[0][] = [
  { count: 1 },
  { count: 3, word: 'one', children: ['a ', <b key="b">bold</b>, ' text'] },
  { count: 3, children: 'a text' },
  { count: 0, word: 'two', children: <b>bold</b> },
  { count: 1 },
];

describe.each(['move', 'replace'] as const)('on a translated page (%s)', (mode) => {
  test('shows every change, and nothing stale', () => {
    const { container, rerender } = render(<Sample count={2} word="start" />);
    for (const props of [...steps, ...steps.toReversed()]) {
      translatePage(mode, container);
      rerender(<Sample {...props} />);
      const fresh = render(<Sample {...props} />);
      expect(container).toHaveTextContent(fresh.container.textContent ?? '', { normalizeWhitespace: false });
      fresh.unmount();
    }
  });
});

test('adds no element where a text stands alone', () => {
  const { container } = render(
    <p>
      {2} of {3}
      {false}
    </p>,
  );
  expect(container.innerHTML).toBe('<p>2 of 3</p>');
});

test('gives a blank no box, which would take up a gap', () => {
  const { container } = render(
    <p>
      <b>1</b> <b>2</b>
    </p>,
  );
  expect(container.innerHTML).toBe('<p><b>1</b><span class="contents"> </span><b>2</b></p>');
});
