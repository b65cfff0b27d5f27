import { nobleBatchGroup } from '../../../src/protocol/arithmetic/noble-batches.ts';
import { wasmGroup } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { falseBallotsSuite } from '../../support/suites/false-ballots-suite.ts';

const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31);
/** Some twenty minutes of processor time. */
const tries = Number(process.env.TRIES ?? 100_000);
falseBallotsSuite(`WebAssembly, seed ${seed}`, wasmGroup, tries, seed);
falseBallotsSuite(`noble, seed ${seed}`, nobleBatchGroup, tries / 100, seed);
