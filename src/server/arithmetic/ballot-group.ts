import type { Group } from '../../protocol/arithmetic/group.ts';
import { wasmGroup } from '../../protocol/arithmetic/wasm-group.ts';

/**
 * The backend on which whole ballots and records are checked here. `sodiumGroup` may stand here as well, since both pass
 * the same suites; it is slower for ballots, and faster where points are only read.
 */
export const ballotGroup: Group = wasmGroup;
