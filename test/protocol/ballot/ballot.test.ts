import { nobleGroup } from '../../../src/protocol/arithmetic/noble-group.ts';
import { ballotSuite } from '../../support/suites/ballot-suite.ts';

ballotSuite('noble-curves', nobleGroup);
