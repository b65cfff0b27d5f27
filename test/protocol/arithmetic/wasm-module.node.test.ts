import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildModule } from '../../../scripts/build-wasm.ts';

test('the committed module is what its source compiles to', async () => {
  expect(await readFile('src/protocol/arithmetic/wasm-module.ts', 'utf8')).toBe(await buildModule());
});
