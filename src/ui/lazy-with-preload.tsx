import { type ComponentType, lazy, useState } from 'react';

/**
 * A component whose code is fetched when it is first drawn, or ahead. What has been fetched ahead is drawn at once: with
 * `lazy` alone React would show the fallback first, and keep it for 300 ms.
 */
export function lazyWithPreload<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let arrived: ComponentType<Props> | undefined;

  async function fetchAhead(): Promise<ComponentType<Props>> {
    arrived = await load();
    return arrived;
  }

  const Later = lazy(async () => ({ default: await fetchAhead() }));

  function Fetched(props: Props) {
    const [Inside] = useState<ComponentType<Props>>(() => arrived ?? Later);
    return <Inside {...props} />;
  }

  return [Fetched, fetchAhead] as const;
}
