/** The version in package.json, put in by Vite. */
declare const __APP_VERSION__: string;

/** Not in every browser, nor in TypeScript's DOM. */
declare var trustedTypes:
  | { createPolicy(name: string, rules: { createHTML(text: string): string }): { createHTML(text: string): string } }
  | undefined;
