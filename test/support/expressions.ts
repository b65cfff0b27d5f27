import { globSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';

/** A regular expression of the sources, and where it stands. */
export interface Expression {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every expression that is written in the files that match, once each; what is put together at run time is not among them. */
export function writtenExpressions(files: string): readonly Expression[] {
  const found = new Map<string, Expression>();
  for (const path of globSync(files).sort()) {
    const text = readFileSync(path, 'utf8');
    if (!text.includes('/')) continue;
    visit(parseSync(path, text).program, ({ pattern, flags }, start) => {
      const line = text.slice(0, start).split('\n').length;
      const key = `/${pattern}/${flags}`;
      if (!found.has(key)) found.set(key, { place: `${path}:${line}`, source: pattern, flags });
    });
  }
  return [...found.values()];
}

function visit(node: unknown, found: (regex: { pattern: string; flags: string }, start: number) => void): void {
  if (node === null || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const one of node) visit(one, found);
    return;
  }
  const { type, regex, start } = node as { type?: string; regex?: { pattern: string; flags: string }; start?: number };
  if (type === 'Literal' && regex !== undefined && regex !== null) found(regex, start ?? 0);
  for (const value of Object.values(node)) visit(value, found);
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
  [/^\\u\{?([\da-f]{4,5})\}?/i, []],
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
