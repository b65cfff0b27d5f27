import { nobleGroup } from '../../../src/protocol/arithmetic/noble-group.ts';
import { groupSuite } from '../../support/suites/group-suite.ts';

groupSuite('noble-curves', nobleGroup);
