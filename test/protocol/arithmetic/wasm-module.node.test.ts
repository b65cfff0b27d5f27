import { readFile } from 'node:fs/promises';
import { expect, test, vi } from 'vitest';
import { buildModule, modules } from '../../../scripts/build-wasm.ts';

test.each(modules)('the committed module is what $source compiles to', async (module) => {
  expect(await readFile(module.target, 'utf8')).toBe(await buildModule(module));
});

test('where an engine does not know the second module the first one computes batches', async () => {
  const validate = vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  vi.resetModules();
  const old = await import('../../../src/protocol/arithmetic/wasm-instance.ts');
  expect(old.wasmInstance({ inPairs: true }).isInPairs).toBe(false);
  expect(validate).toHaveBeenCalledOnce();
  validate.mockRestore();
});
