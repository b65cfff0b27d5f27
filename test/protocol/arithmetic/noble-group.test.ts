import { nobleGroup } from '../../../src/protocol/arithmetic/noble-group.ts';
import { groupSuite } from '../../support/group-suite.ts';

groupSuite('noble-curves', nobleGroup);
