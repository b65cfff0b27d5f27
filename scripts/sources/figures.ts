import { parseSync } from 'vite';
import { readSource, sourceFiles } from './imports.ts';
import { countLines } from './rooms.ts';

/** Lines from which on a file, or a function, is a question to ask oneself. */
const longFile = 250;
const longFunction = 50;

export interface Figures {
  /** A folder of `src`; empty for all of it. */
  readonly layer: string;
  readonly files: number;
  readonly lines: number;
  /** Lines of a file. */
  readonly median: number;
  readonly longFiles: number;
  readonly longFunctions: number;
}

/** How long files and functions are, for each layer and for all. */
export function figures(): readonly Figures[] {
  const measured = sourceFiles('src/**/*.{ts,tsx}').map((file) => {
    const text = readSource(file);
    return { layer: file.split('/')[1] ?? '', lines: countLines(text), long: countLongFunctions(file, text) };
  });
  const sum = (layer: string, own: typeof measured): Figures => {
    const lines = own.map((one) => one.lines).sort((a, b) => a - b);
    return {
      layer,
      files: own.length,
      lines: lines.reduce((all, one) => all + one, 0),
      median: lines[Math.floor(lines.length / 2)] ?? 0,
      longFiles: lines.filter((count) => count > longFile).length,
      longFunctions: own.reduce((all, { long }) => all + long, 0),
    };
  };
  const layers = [...Map.groupBy(measured, ({ layer }) => layer)];
  return [...layers.map(([layer, own]) => sum(layer, own)), sum('', measured)];
}

function countLongFunctions(file: string, text: string): number {
  const isFunction = /^(FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/;
  let found = 0;
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return;
    const { type, start, end } = node as { type?: unknown; start?: number; end?: number };
    if (typeof type === 'string' && isFunction.test(type) && start !== undefined && end !== undefined) {
      if (countLines(text.slice(start, end)) > longFunction) found += 1;
    }
    for (const part of Object.values(node)) visit(part);
  };
  visit(parseSync(file, text).program.body);
  return found;
}
