import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildModule, modules } from '../../../scripts/build-wasm.ts';

test.each(modules)('the committed module is what $source compiles to', async (module) => {
  expect(await readFile(module.target, 'utf8')).toBe(await buildModule(module));
});
