import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { build, minify, type Plugin, type ResolvedConfig, type Rolldown, runnerImport } from 'vite';
import { hashInlineCode } from '../inline-code.ts';
import { policyForMetaElement } from '../security-headers.ts';

/** The scripts that run before the first paint, in this order. The one that asks for the account follows. */
const scripts = ['check-browser', 'theme', 'first-screen', 'keep-fields', 'keep-press'];

/** The style is part of the first answer, so it has a budget. */
const maxStyleBytes = 4000;

/** Not minified: the check must run in old browsers, and the minifier writes newer syntax. */
const withoutComments = { compress: false, mangle: false, codegen: false };

/**
 * Puts everything into the page that the first paint needs: the sign-in screen as HTML, its style, and the scripts that
 * run before the app's script has arrived. So one response of the server is enough to show the screen. The page's policy
 * allows these pieces by their hashes. One more script asks for the account of a person who comes back.
 */
export function firstPaint(root: string): Plugin {
  let style = '';
  let config: ResolvedConfig;
  return {
    name: 'first-paint',
    configResolved(resolved) {
      config = resolved;
    },
    generateBundle: {
      // Runs before Vite links the style sheet in the page and in the scripts that load later.
      order: 'pre',
      handler(_, bundle) {
        if (this.environment.name !== 'client') return;
        style = takeStyle(bundle);
        const size = brotliCompressSync(style).length;
        if (size > maxStyleBytes)
          this.error(`The style in the page has ${size} bytes (brotli), more than ${maxStyleBytes}.`);
      },
    },
    transformIndexHtml: {
      order: 'post',
      handler: async (html, { bundle }) => {
        const withScripts = put(html, '<!-- scripts -->', await readScripts(root, accountFiles(bundle)));
        if (!bundle) return withScripts;
        const pieces = {
          'account request': `<script>${await bundleAccountRequest(root, config)}</script>`,
          style: `<style>${style}</style>`,
          'sign-in screen': await renderSignIn(root),
        };
        const page = Object.entries(pieces).reduce(
          (all, [name, piece]) => put(all, `<!-- ${name} -->`, piece),
          withScripts,
        );
        const policy = await policyForMetaElement(hashInlineCode(page));
        return put(page, '<!-- policy -->', `<meta http-equiv="Content-Security-Policy" content="${policy}" />`);
      },
    },
  };
}

function put(html: string, place: string, content: string): string {
  if (!html.includes(place)) throw new Error(`index.html has no place for ${place}.`);
  return html.replace(place, () => content);
}

/** The file names of the scripts and the style that only the account screen needs. */
function accountFiles(bundle: Rolldown.OutputBundle = {}): string[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const account = chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith('/src/signed-in.tsx')));
  if (chunks.length > 0 && !account) throw new Error('The build has no script for the account screen.');
  const files = account ? [account.fileName, ...account.imports] : [];
  const isLater = (file: string) => chunks.some((chunk) => chunk.fileName === file && !chunk.isEntry);
  const styles = [...(account?.viteMetadata?.importedCss ?? [])];
  return [...files.filter(isLater), ...styles].map((file) => `./${file}`);
}

async function readScripts(root: string, preloaded: readonly string[]): Promise<string> {
  const elements = scripts.map(async (name) => {
    const path = `${root}/src/before-paint/${name}.js`;
    const source = (await readFile(path, 'utf8')).replace('globalThis.accountFiles ?? []', JSON.stringify(preloaded));
    const { code } = await minify(path, source, { module: false, ...(name === 'check-browser' && withoutComments) });
    return `<script>${code.trim()}</script>`;
  });
  return (await Promise.all(elements)).join('\n    ');
}

/** The script that asks plex.tv for the account before the app's script arrives. It shares its modules with the app. */
async function bundleAccountRequest(root: string, { define, build: { target } }: ResolvedConfig): Promise<string> {
  const result = await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: define ?? {},
    build: {
      write: false,
      target,
      rolldownOptions: { input: `${root}/src/before-paint/request-account.ts`, output: { format: 'iife' } },
    },
  });
  const [script] = 'output' in result ? result.output : [];
  if (script?.type !== 'chunk') throw new Error('The build has no script that asks for the account.');
  return script.code.trim();
}

/** Takes the style sheet of the page out of the build. */
function takeStyle(bundle: Rolldown.OutputBundle): string {
  const sheets = Object.values(bundle).flatMap((file) => {
    if (file.type !== 'chunk' || !file.isEntry) return [];
    const names = [...(file.viteMetadata?.importedCss ?? [])];
    file.viteMetadata?.importedCss.clear();
    return names;
  });
  return sheets
    .map((name) => {
      const sheet = bundle[name];
      delete bundle[name];
      return sheet?.type === 'asset' ? String(sheet.source).trim() : '';
    })
    .join('');
}

async function renderSignIn(root: string): Promise<string> {
  const { module } = await runnerImport<{ signInHtml: string }>(`${root}/src/prerender.tsx`, {
    root,
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: '#jsx' } },
  });
  return module.signInHtml;
}
