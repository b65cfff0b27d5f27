import { nobleGroup } from '../../../src/protocol/arithmetic/noble-group.ts';
import { ballotSuite } from '../../support/ballot-suite.ts';

ballotSuite('noble-curves', nobleGroup);
