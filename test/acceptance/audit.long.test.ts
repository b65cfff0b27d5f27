import { testAudit } from '../support/audit-suite.ts';
import { toolVersions } from '../support/belenios.ts';

for (const version of toolVersions) testAudit(version, { invalid: 1, orders: 1, blocks: 1, ofTheScript: true });
