import { nobleBatchGroup } from '../../../src/protocol/arithmetic/noble-batches.ts';
import { wasmGroup, wasmGroupOneByOne } from '../../../src/protocol/arithmetic/wasm-group.ts';
import { batchSuite } from '../../support/suites/batch-suite.ts';

batchSuite('noble-curves', nobleBatchGroup);
batchSuite('WebAssembly', wasmGroup);
batchSuite('WebAssembly one by one', wasmGroupOneByOne);
