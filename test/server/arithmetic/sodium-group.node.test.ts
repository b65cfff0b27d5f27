import { sodiumGroup } from '../../../src/server/arithmetic/sodium-group.ts';
import { ballotSuite } from '../../support/ballot-suite.ts';
import { groupSuite } from '../../support/group-suite.ts';

groupSuite('libsodium', sodiumGroup);
ballotSuite('libsodium', sodiumGroup);
