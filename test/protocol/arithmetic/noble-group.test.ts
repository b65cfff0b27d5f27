import { nobleBatchGroup } from '../../../src/protocol/arithmetic/noble-batches.ts';
import { groupSuite } from '../../support/suites/group-suite.ts';

groupSuite('noble-curves', nobleBatchGroup);
