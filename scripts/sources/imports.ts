import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** That one file of the project names another, or a package. */
export interface Import {
  /** Path from the root. */
  readonly from: string;
  /** Path from the root, or the name of a package. */
  readonly to: string;
  /** `type`: only its types are named; `thread`: it is the entry of a worker, and is read there. */
  readonly kind: 'value' | 'type' | 'thread';
}

/** Paths from the root of the files that match, in their order. */
export function sourceFiles(...patterns: readonly string[]): readonly string[] {
  return patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
}

export function readSource(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

export function importsOf(files: readonly string[]): readonly Import[] {
  return files.flatMap((file) => importsIn(file, readSource(file)));
}

/** What a file with that text names, once each. */
export function importsIn(file: string, text: string): readonly Import[] {
  const { program, module, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const kinds = new Map<string, Import['kind']>();
  const add = (name: string, kind: Import['kind']) => {
    if (kinds.get(name) !== 'value') kinds.set(name, kind);
  };
  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') add(node.source.value, node.importKind ?? 'value');
    const isExport = node.type === 'ExportAllDeclaration' || node.type === 'ExportNamedDeclaration';
    if (isExport && node.source) add(node.source.value, node.exportKind ?? 'value');
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const [, name] = /^['"](.+)['"]$/.exec(text.slice(moduleRequest.start, moduleRequest.end)) ?? [];
    if (name === undefined) throw new Error(`${file}: which file is imported is not written there`);
    add(name, 'value');
  }
  for (const [, name = ''] of text.matchAll(/new URL\('(\.[^']+\.worker\.ts)'/g)) add(name, 'thread');
  return [...kinds].map(([name, kind]) => ({ from: file, to: targetOf(file, name), kind }));
}

function targetOf(file: string, name: string): string {
  const [path = ''] = name.split('?');
  return path.startsWith('.') ? relative('.', join(file, '..', path)) : path;
}

/** The circles among these imports, each by the files in it: whoever reads one of them has to read all. */
export function findCircles(imports: readonly Import[]): readonly (readonly string[])[] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  // Tarjan: Depth-first search and linear graph algorithms, SIAM J. Comput. 1 (1972).
  const numbers = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const number = numbers.size;
    numbers.set(file, number);
    stack.push(file);
    let low = number;
    for (const to of targets.get(file) ?? []) {
      if (!numbers.has(to)) low = Math.min(low, visit(to));
      else if (stack.includes(to)) low = Math.min(low, numbers.get(to) ?? low);
    }
    if (low < number) return low;
    const circle = stack.splice(stack.lastIndexOf(file));
    if (circle.length > 1 || targets.get(file)?.includes(file)) circles.push(circle.sort());
    return low;
  };
  for (const file of targets.keys()) if (!numbers.has(file)) visit(file);
  return circles;
}
