import { expect, test } from 'vitest';
import { createRequestQueue } from './request-queue.ts';

/** Tasks that end when the test says so. */
function controlled() {
  const started: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const task = (name: string) => () => {
    started.push(name);
    return new Promise<string>((resolve, reject) => {
      ends.set(name, (error) => (error ? reject(error) : resolve(name)));
    });
  };
  return { started, task, end: (name: string, error?: Error) => ends.get(name)?.(error) };
}

test('runs two at a time, in the order in which they came', async () => {
  const queue = createRequestQueue(2);
  const { started, task, end } = controlled();
  const results = ['a', 'b', 'c', 'd'].map((name) => queue(task(name)));
  await Promise.resolve();
  expect(started).toEqual(['a', 'b']);
  end('b');
  expect(await results[1]).toBe('b');
  expect(started).toEqual(['a', 'b', 'c']);
  end('a');
  await results[0];
  expect(started).toEqual(['a', 'b', 'c', 'd']);
  end('c');
  end('d');
  expect(await Promise.all(results)).toEqual(['a', 'b', 'c', 'd']);
});

test('goes on after a task that fails, at once or later', async () => {
  const queue = createRequestQueue(1);
  const { task, end } = controlled();
  const failing = queue(task('a'));
  const throwing = queue(() => {
    throw new Error('at once');
  });
  const last = queue(task('c'));
  await Promise.resolve();
  end('a', new Error('later'));
  await expect(failing).rejects.toThrow('later');
  await expect(throwing).rejects.toThrow('at once');
  await Promise.resolve();
  end('c');
  expect(await last).toBe('c');
});

test('leaves out a task that is aborted before its turn', async () => {
  const queue = createRequestQueue(1);
  const { started, task, end } = controlled();
  const controller = new AbortController();
  const first = queue(task('a'));
  const aborted = queue(task('b'), controller.signal);
  const last = queue(task('c'));
  await Promise.resolve();
  controller.abort(new Error('not wanted'));
  await expect(aborted).rejects.toThrow('not wanted');
  end('a');
  await first;
  await Promise.resolve();
  expect(started).toEqual(['a', 'c']);
  end('c');
  await last;
  await expect(queue(task('d'), AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  expect(started).toEqual(['a', 'c']);
});
