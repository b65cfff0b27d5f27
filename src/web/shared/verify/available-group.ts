import type { Group } from '../../../protocol/arithmetic/group.ts';
import { nobleBatchGroup } from '../../../protocol/arithmetic/noble-batches.ts';
import { wasmGroup } from '../../../protocol/arithmetic/wasm-group.ts';

/**
 * The fastest backend that this browser allows. WebAssembly is missing, or forbidden by our Content-Security-Policy,
 * before Chromium 97 and Safari 16, which do not know the word that allows it; there noble computes, slower and the
 * same. For workers only (see {@link wasmGroup}), in files called `*.wasm.worker.ts`: the server allows it to them alone.
 */
export function availableGroup(): Group {
  try {
    wasmGroup.encode(wasmGroup.neutral);
    return wasmGroup;
  } catch {
    return nobleBatchGroup;
  }
}
