import { nobleBatchGroup } from '../../../src/protocol/arithmetic/noble-batches.ts';
import { wasmGroup } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { falseBallotsSuite } from '../../support/suites/false-ballots-suite.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
falseBallotsSuite(`WebAssembly, seed ${seed}`, wasmGroup, 100_000, seed);
falseBallotsSuite(`noble, seed ${seed}`, nobleBatchGroup, 1000, seed);
