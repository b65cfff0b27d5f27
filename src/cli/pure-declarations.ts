import type { Plugin } from 'vite';

/** Files that declare and do nothing else: what one of them says is worth nothing to a page that does not use it. */
const declaring = /\/src\/(?:contract|domain)\/.*\.ts$/;

/** How every page is bundled. */
export const bundling = {
  // Reading a property, as a spread does, has no effect in anything that is built here.
  treeshake: { propertyReadSideEffects: false },
  // Whoever starts the service on a slow machine is not told how long each part of its build took.
  checks: { bundlerTimings: false },
} as const;

/**
 * Marks every call at the top level of those files as pure (operations, their schemas, the checks of these), so that a
 * page carries what it calls and no more. A build could not know by itself that `schema.check(…)` has no effect.
 */
export function pureDeclarations(): Plugin {
  return {
    name: 'pure-declarations',
    transform: {
      order: 'post',
      handler(code, id) {
        if (!declaring.test(id)) return null;
        const marked = callsIn(this.parse(code).body).sort((a, b) => b - a);
        return {
          code: marked.reduce((text, at) => `${text.slice(0, at)}/* @__PURE__ */ ${text.slice(at)}`, code),
          map: null,
        };
      },
    },
  };
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
}

/** Where calls begin that are made when the file is loaded: those within functions are made later, if ever. */
function callsIn(part: unknown): number[] {
  if (Array.isArray(part)) return [...new Set(part.flatMap(callsIn))];
  if (!isNode(part) || /Function|Class|Method/.test(part.type)) return [];
  const own = part.type === 'CallExpression' || part.type === 'NewExpression' ? [part.start] : [];
  return [...new Set([...own, ...Object.values(part).flatMap(callsIn)])];
}

function isNode(part: unknown): part is SyntaxNode {
  return (
    typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string' && 'start' in part
  );
}
