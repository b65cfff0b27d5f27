import { toolVersions } from '../support/service/belenios.ts';
import { testAudit } from '../support/suites/audit-suite.ts';

for (const version of toolVersions) testAudit(version, { invalid: 1, orders: 1, blocks: 1, ofTheScript: true });
