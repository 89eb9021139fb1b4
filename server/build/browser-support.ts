/** The oldest supported version of each browser, by its name in MDN's compatibility data. */
export type OldestVersions = Readonly<Record<string, number>>;

/** MDN's compatibility data: a tree of features. `__compat` tells where a feature works. */
type Feature = { readonly [name: string]: unknown };
type Support = Readonly<Record<string, SupportStatement | SupportStatement[] | undefined>>;
type SupportStatement = {
  version_added: string | false | null;
  version_removed?: string;
  prefix?: string;
  alternative_name?: string;
  flags?: unknown[];
};

/** A node of the syntax tree of a script (ESTree). */
type Node = { readonly type: string; readonly [key: string]: unknown };

const mdnNames: Readonly<Record<string, string>> = { ios: 'safari_ios' };

/** Reads entries such as `chrome >= 111` of the field `browserslist` in package.json. */
export function oldestVersions(browserslist: readonly string[]): OldestVersions {
  return Object.fromEntries(
    browserslist.map((entry) => {
      const [, name = '', version] = /^(\w+) >= ([\d.]+)$/.exec(entry) ?? [];
      if (!version) throw new Error(`package.json: browserslist has an entry of another form: ${entry}`);
      return [mdnNames[name] ?? name, Number(version)];
    }),
  );
}

/** Returns a function that says whether one of the oldest versions lacks a feature. It says no to unknown features. */
function createIsLacking(oldest: OldestVersions): (feature: Feature | undefined) => boolean {
  return (feature) => {
    const support = find(feature, '__compat', 'support') as Support | undefined;
    if (!support) return false;
    return Object.entries(oldest).some(([browser, version]) => {
      const statements = [support[browser] ?? []].flat();
      return statements.length > 0 && !statements.some((statement) => isIn(statement, version));
    });
  };
}

function isIn(statement: SupportStatement, version: number): boolean {
  const { version_added: added, version_removed: removed, prefix, alternative_name, flags } = statement;
  if (prefix || alternative_name || flags || typeof added !== 'string' || added === 'preview') return false;
  return Number.parseFloat(added.replace('≤', '')) <= version && !(removed && Number.parseFloat(removed) <= version);
}

export type BrowserSupport = {
  /** The features in a script's syntax tree that one of the oldest versions lacks: `URL.canParse`, `.toSorted`. */
  readonly lackingInScript: (tree: object) => Set<string>;
  /** The same for a style sheet. Rules in `@supports` do not count. */
  readonly lackingInStyle: (css: string) => Set<string>;
};

/** Finds the features that the oldest supported browsers lack, by MDN's compatibility data. */
export async function browserSupport(oldest: OldestVersions): Promise<BrowserSupport> {
  const isLacking = createIsLacking(oldest);
  const isLackingToday = createIsLacking(Object.fromEntries(Object.keys(oldest).map((name) => [name, Infinity])));
  // Imported only here, because reading 18 MB would delay `npm run dev`.
  const mdn: Feature = { ...(await import('@mdn/browser-compat-data/forLegacyNode')).default };
  const builtins = find(mdn, 'javascript', 'builtins');
  const globals: Feature = { ...find(mdn, 'api'), ...find(mdn, 'api', 'Window'), ...builtins };
  const membersByName = new Map<string, Feature[]>();
  for (const owner of [globals, ...Object.values(globals), ...Object.values(find(builtins, 'Intl') ?? {})]) {
    for (const [name, member] of Object.entries(isFeature(owner) ? owner : {})) {
      if (isFeature(member)) membersByName.set(name, [...(membersByName.get(name) ?? []), member]);
    }
  }

  /**
   * The code does not say which interface a method belongs to. So a method is too new if every interface with that
   * method is too new. One of them must be in all current browsers: experimental methods often share a name with
   * ordinary functions.
   */
  function isMethodOfNewerBrowsers(callee: unknown): boolean {
    if (!isNode(callee) || callee.type !== 'MemberExpression') return false;
    const name = nameOf(callee) ?? '';
    if (find(globals, nameOf(callee.object) ?? '', name)) return false; // a static method
    const methods = membersByName.get(name) ?? [];
    return methods.every(isLacking) && methods.some((method) => !isLackingToday(method));
  }

  function lackingInScript(tree: object): Set<string> {
    const found = new Set<string>();
    const check = (name: string, ...features: (Feature | undefined)[]) => {
      if (features.some(isLacking)) found.add(name);
    };
    walk(tree, (node) => {
      if (node.type === 'MemberExpression') {
        const owner = nameOf(node.object) ?? '';
        const member = nameOf(node.property) ?? '';
        check(`${owner}.${member}`, find(globals, owner, member), find(globals, owner, `${member}_static`));
      }
      if (node.type === 'NewExpression' || node.type === 'CallExpression') {
        const name = nameOf(node.callee) ?? '';
        check(name, find(globals, name));
        if (isMethodOfNewerBrowsers(node.callee)) found.add(`.${name}()`);
        const [tag, attributes] = node.arguments as (Node | undefined)[];
        if (typeof tag?.value === 'string' && attributes?.type === 'ObjectExpression') {
          for (const { key } of attributes.properties as Node[]) {
            const attribute = nameOf(key)?.toLowerCase() ?? '';
            check(`<${tag.value} ${attribute}>`, find(mdn, 'html', 'elements', tag.value, attribute));
            check(`<${tag.value} ${attribute}>`, find(mdn, 'html', 'global_attributes', attribute));
          }
        }
      }
      const flags = node.type === 'Literal' && (node.regex as { flags: string } | undefined)?.flags;
      if (flags) check(`/${flags}`, flags.includes('v') ? find(builtins, 'RegExp', 'unicodeSets') : undefined);
    });
    return found;
  }

  function lackingInStyle(css: string): Set<string> {
    const found = new Set<string>();
    const check = (name: string, feature: Feature | undefined) => {
      if (isLacking(feature)) found.add(name);
    };
    const unguarded = withoutSupportsRules(css.replace(/\/\*.*?\*\//gs, '').replace(/"[^"]*"|'[^']*'/g, '""'));
    const types = Object.values(find(mdn, 'css', 'types') ?? {}).filter(isFeature);
    for (const [, name = ''] of unguarded.matchAll(/@([a-z-]+)/g))
      check(`@${name}`, find(mdn, 'css', 'at-rules', name));
    // Skips selectors such as `::-webkit-…`, which other engines ignore.
    for (const [selector, name = ''] of unguarded.matchAll(/::?([a-z][a-z-]*)(?=[^;{}]*\{)/g)) {
      check(selector, find(mdn, 'css', 'selectors', name));
    }
    for (const [, property = '', value = ''] of unguarded.matchAll(/[{;]([a-z][a-z-]*):([^;{}]*)(?=[;}])/g)) {
      if (css.includes(`-webkit-${property}:`)) continue;
      check(property, find(mdn, 'css', 'properties', property));
      for (const [, name = ''] of value.matchAll(/([a-z-]+)\(/g)) {
        for (const type of types) check(`${name}()`, find(type, name));
      }
    }
    return found;
  }

  return { lackingInScript, lackingInStyle };
}

function isFeature(value: unknown): value is Feature {
  return typeof value === 'object' && value !== null;
}

function find(feature: Feature | undefined, ...path: string[]): Feature | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return feature;
  const child = feature && Object.hasOwn(feature, name) ? feature[name] : undefined;
  return isFeature(child) ? find(child, ...rest) : undefined;
}

/** The name of an identifier, of the last member in a chain such as `window.URL`, or of an attribute in quotes. */
function nameOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return String(node.name);
  if (node.type === 'Literal') return String(node.value);
  return node.type === 'MemberExpression' && !node.computed ? nameOf(node.property) : undefined;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

function walk(value: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (typeof value === 'object' && value !== null) {
    if (isNode(value)) visit(value);
    for (const child of Object.values(value)) walk(child, visit);
  }
}

function withoutSupportsRules(css: string): string {
  const start = css.indexOf('@supports');
  if (start < 0) return css;
  let depth = 0;
  let end = css.indexOf('{', start);
  do {
    if (css[end] === '{') depth += 1;
    if (css[end] === '}') depth -= 1;
    end += 1;
  } while (depth > 0 && end < css.length);
  return withoutSupportsRules(css.slice(0, start) + css.slice(end));
}
