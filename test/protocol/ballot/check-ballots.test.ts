import { nobleGroup } from '../../../src/protocol/arithmetic/noble-group.ts';
import { wasmGroup } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { batchSuite } from '../../support/suites/batch-suite.ts';

batchSuite('noble-curves', nobleGroup);
batchSuite('WebAssembly', wasmGroup);
