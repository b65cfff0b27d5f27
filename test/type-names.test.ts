import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import { readSource, sourceFiles } from '../scripts/sources/imports.ts';

/** The types that a file exports where it declares them. */
function typesOf(file: string, text: string): string[] {
  return parseSync(file, text).program.body.flatMap((node) => {
    if (node.type !== 'ExportNamedDeclaration' || node.declaration === null) return [];
    const { declaration } = node;
    const isType = /^(TSInterface|TSTypeAlias|TSEnum|Class)/.test(declaration.type);
    return isType && 'id' in declaration && declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
  });
}

test('no two types that are exported share a name: one word is one thing, wherever it is read', () => {
  const text = 'export interface A {}\nexport type B = 1;\nexport class C {}\ntype D = 1;\nexport const e = 1;';
  expect(typesOf('a.ts', text)).toEqual(['A', 'B', 'C']);
  const files = sourceFiles('src/**/*.{ts,tsx}').filter((file) => !file.endsWith('.d.ts'));
  const declared = files.flatMap((file) => typesOf(file, readSource(file)).map((name) => ({ name, file })));
  expect(declared.length).toBeGreaterThan(500);
  const twice = [...Map.groupBy(declared, ({ name }) => name)].filter(([, all]) => all.length > 1);
  expect(twice.map(([name, all]) => `${name}: ${all.map(({ file }) => file).join(', ')}`)).toEqual([]);
});
