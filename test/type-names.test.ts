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
  // The two stores are counterparts: the same thing in the file of the same name of each is one word, and no wall lets both in.
  const counterparts = ({ name, file }: (typeof declared)[number]) =>
    `${name} ${file.replace(/^src\/server\/store\/(sqlite|postgres)\//, 'src/server/store/either/')}`;
  const once = [...new Map(declared.map((one) => [counterparts(one), one])).values()];
  const twice = [...Map.groupBy(once, ({ name }) => name)].filter(([, all]) => all.length > 1);
  expect(twice.map(([name, all]) => `${name}: ${all.map(({ file }) => file).join(', ')}`)).toEqual([]);
});
