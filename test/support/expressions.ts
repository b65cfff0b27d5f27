import { globSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'vite';

/** A regular expression of the sources, and where it stands. */
export interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every expression that is written in the files that match, once each. */
export function writtenExpressions(files: string): readonly Expression[] {
  const found = new Map<string, Expression>();
  for (const path of globSync(files).sort()) {
    const text = readFileSync(path, 'utf8');
    if (!text.includes('/')) continue;
    visit(parseSync(path, text).program, (node) => {
      if (node.type !== 'Literal' || !node.regex) return;
      const { pattern, flags } = node.regex;
      const line = text.slice(0, node.start).split('\n').length;
      const key = `/${pattern}/${flags}`;
      if (!found.has(key)) found.set(key, { place: `${path}:${line}`, source: pattern, flags });
    });
  }
  return [...found.values()];
}

/** How many expressions each of these files puts together of texts, when it is loaded or inside a function. */
export function composingFiles(
  files: string,
): ReadonlyMap<string, { readonly atLoad: number; readonly inside: number }> {
  const found = new Map<string, { atLoad: number; inside: number }>();
  for (const path of globSync(files).sort()) {
    const text = readFileSync(path, 'utf8');
    if (!text.includes('RegExp')) continue;
    visit(parseSync(path, text).program, (node, isInside) => {
      const isMade = node.type === 'NewExpression' || node.type === 'CallExpression';
      if (!isMade || node.callee?.name !== 'RegExp') return;
      const counted = found.get(path) ?? { atLoad: 0, inside: 0 };
      counted[isInside ? 'inside' : 'atLoad'] += 1;
      found.set(path, counted);
    });
  }
  return found;
}

/** The expressions that these files put together when they are loaded, which they must not have been before. */
export async function composedExpressions(paths: readonly string[]): Promise<readonly Expression[]> {
  const found: Expression[] = [];
  const { RegExp: original } = globalThis;
  const noted = (expression: RegExp, stack: string | undefined) => {
    const caller = stack?.split('\n')[2];
    const place = paths.find((path) => caller?.includes(path));
    if (place !== undefined) found.push({ place, source: expression.source, flags: expression.flags });
    return expression;
  };
  // Libraries that are read on the way make theirs without `new`, too.
  globalThis.RegExp = new Proxy(original, {
    construct: (target, [source, flags]) => noted(new target(source, flags), new Error().stack),
    apply: (target, _, [source, flags]) => noted(target(source, flags), new Error().stack),
  });
  try {
    for (const path of paths) await import(pathToFileURL(path).href);
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}

interface Node {
  readonly type?: string;
  readonly regex?: { readonly pattern: string; readonly flags: string } | null;
  readonly callee?: { readonly name?: string };
  readonly start?: number;
}

function visit(node: unknown, look: (node: Node, isInside: boolean) => void, isInside = false): void {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const one of node) visit(one, look, isInside);
    return;
  }
  look(node, isInside);
  const { type = '' } = node as Node;
  const isFunction = /Function/.test(type);
  for (const value of Object.values(node)) visit(value, look, isInside || isFunction);
}

/** What one step of an expression takes, for the parts that stand for many characters. */
const samples: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\\d/, ['1']],
  [/^\\s/, [' ', '\n']],
  [/^\\w/, ['a', '1']],
  [/^\\[DW]/, ['!']],
  [/^\\S/, ['x']],
  [/^\\[pP]\{(?:M|Mn)\}/, ['\u0301']],
  [/^\\p\{Lu\}/, ['Đ', 'A']],
  [/^\\[pP]\{\w+=?\w*\}/, ['a', 'ế', ' ']],
  [/^\\u\{([\da-f]+)\}/i, []],
  [/^\\u([\da-f]{4})/i, []],
  [/^\\x([\da-f]{2})/i, []],
  [/^\\[bB]/, []],
  [/^\\n/, ['\n']],
  [/^\\[trfv]/, ['\t']],
  [/^\\(.)/u, []],
  [/^\./, ['x']],
];

/** A character for each step of an expression, in their order. */
function stepsOf(source: string): string[] {
  const steps: string[] = [];
  let rest = source;
  while (rest.length > 0) {
    const sample = samples.find(([form]) => form.test(rest));
    if (sample !== undefined) {
      const [whole = '', code] = sample[0].exec(rest) ?? [];
      steps.push(...sample[1]);
      if (/^\\[ux]/.test(whole) && code !== undefined) steps.push(String.fromCodePoint(Number.parseInt(code, 16)));
      else if (sample[1].length === 0 && code !== undefined) steps.push(code);
      rest = rest.slice(whole.length);
      continue;
    }
    const [group] = /^(?:\(\?<?[:=!]|\{\d+,?\d*\}|[()[\]|*+?^$-])/.exec(rest) ?? [];
    const [character = ''] = rest;
    if (group === undefined) steps.push(character);
    rest = rest.slice((group ?? character).length || 1);
  }
  return steps;
}

const length = 3000;
const mostSteps = 24;

/** Texts of about `times` × 3,000 characters that an expression could go through more than once: each repeats something. */
export function adversarialTexts({ source }: Expression): readonly ((times: number) => string)[] {
  const steps = stepsOf(source).slice(0, mostSteps);
  const single = [...new Set([...steps, ' ', 'a', '\u0301'])];
  const pumps = [...single, ...steps.map((step, at) => step + (steps[at + 1] ?? '')), steps.join('')].filter(Boolean);
  const heads = [...new Set([0, 1, 2, 4, 8, 16].map((count) => steps.slice(0, count).join('')))];
  return [...new Set(pumps)].flatMap((pump) =>
    heads.map((head) => (times: number) => `${head}${pump.repeat(Math.ceil((times * length) / pump.length))}\u0000`),
  );
}
