import { wasmGroup } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { falseBallotsSuite } from '../../support/suites/false-ballots-suite.ts';

// A hundred thousand: false-ballots.long.test.ts.
falseBallotsSuite('WebAssembly', wasmGroup, 160, 97);
