import { createHash } from 'node:crypto';

/** The hashes of a page's inline scripts and styles, as its policy names them: `'sha256-…'`. */
export type InlineHashes = { readonly scripts: readonly string[]; readonly styles: readonly string[] };

export const noInlineCode: InlineHashes = { scripts: [], styles: [] };

/** Hashes the inline code of a page that the build has written: every `<script>` and `<style>` without attributes. */
export function hashInlineCode(html: string): InlineHashes {
  return { scripts: hashesOf('script', html), styles: hashesOf('style', html) };
}

function hashesOf(tag: 'script' | 'style', html: string): string[] {
  return [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map(([, code = '']) => {
    const hash = createHash('sha256').update(code).digest('base64');
    return `'sha256-${hash}'`;
  });
}
