import { readFirstSteps as readFirstStepsOperation } from '../../contract/service/first-steps.ts';
import * as contract from '../../contract/service/service.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import type { Backups } from './backup/service-backups.ts';
import { readAddresses, readAuthority } from './read-addresses.ts';
import { readFirstSteps } from './read-first-steps.ts';
import { readServiceState } from './read-service-state.ts';

/** What the service tells of itself to those who are signed in. */
export function serviceRoutes(context: RouteContext, backups: Backups): void {
  route(context, contract.readServiceState, readServiceState);
  route(context, readFirstStepsOperation, readFirstSteps);
  route(context, contract.readAddresses, readAddresses);
  route(context, contract.readAuthority, readAuthority);
  route(context, contract.readBackups, async () => accept(backups.view()));
  route(context, contract.startBackup, async () => backups.start());
}
