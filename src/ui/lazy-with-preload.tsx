import { type ComponentType, lazy, useState } from 'react';

/**
 * Like `lazy`, with a function that loads the component early. A preloaded component renders at once, whereas `lazy`
 * would show the fallback first and keep it for 300 ms.
 *
 * @returns the component, and the function that preloads it.
 */
export function lazyWithPreload<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined;

  async function preload(): Promise<ComponentType<Props>> {
    loaded = await load();
    return loaded;
  }

  const LazyComponent = lazy(async () => ({ default: await preload() }));

  function Preloadable(props: Props) {
    // Later renders keep the first choice, because another component would lose its state.
    const [Component] = useState<ComponentType<Props>>(() => loaded ?? LazyComponent);
    return <Component {...props} />;
  }

  return [Preloadable, preload] as const;
}
