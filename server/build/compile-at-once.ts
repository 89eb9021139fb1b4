import type { Plugin } from 'vite';

/** Must be the first line of a script. Chromium 136 and later know it, and to other browsers it is a comment. */
const hint = '//# allFunctionsCalledOnLoad';

/**
 * Asks Chromium to compile all functions of these scripts while they load, beside the main thread. Otherwise it compiles
 * each function when it first runs: when the page starts, or when plex.tv has answered and the person waits.
 *
 * @param names the names of the chunks. The build fails when it has no chunk with one of these names.
 * @see https://v8.dev/blog/explicit-compile-hints
 */
export function compileAtOnce(names: readonly string[]): Plugin {
  return {
    name: 'compile-at-once',
    applyToEnvironment: ({ name }) => name === 'client',
    generateBundle: {
      // Vite itself adds a line at the beginning.
      order: 'post',
      handler(_, bundle) {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        for (const name of names) {
          const chunk = chunks.find((one) => one.name === name);
          if (!chunk) throw new Error(`The build has no script with the name ${name}.`);
          chunk.code = `${hint}\n${chunk.code}`;
        }
      },
    },
  };
}
