import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { ballotSuite } from '../../support/suites/ballot-suite.ts';
import { groupSuite } from '../../support/suites/group-suite.ts';

groupSuite('libsodium', sodiumGroup);
ballotSuite('libsodium', sodiumGroup);
