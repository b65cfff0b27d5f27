import { accountOperations } from './accounts.ts';
import { auditOperations } from './audit.ts';
import { boxOperations } from './box.ts';
import { ceremonyOperations } from './ceremony.ts';
import { readChain } from './chain.ts';
import { committeeRosterOperations } from './committee-roster.ts';
import { committeeOperations } from './committees.ts';
import { decisionOperations } from './decisions.ts';
import { documentOperations } from './documents.ts';
import { halfTermOperations } from './half-term.ts';
import { importOperations } from './imports.ts';
import { invitationOperations } from './invitations.ts';
import { levelOperations } from './levels.ts';
import { myAccountOperations } from './my-account.ts';
import type { Operation } from './operation.ts';
import { paperOperations } from './papers.ts';
import { planOperations } from './plans.ts';
import { provinceOperations } from './province.ts';
import { resultOperations } from './results.ts';
import { rollOperations } from './roll.ts';
import { rollUpOperations } from './roll-up.ts';
import { seatOperations } from './seats.ts';
import { serviceOperations } from './service.ts';
import { sessionOperations } from './sessions.ts';
import { summonedOperations } from './summoned.ts';
import { templateOperations } from './templates.ts';
import { treeOperations } from './tree.ts';

/**
 * Every operation of the API. The server refuses to start with a route that is not here; the API description and the
 * permission table are made from it.
 */
export const operations: readonly Operation[] = [
  ...accountOperations,
  ...myAccountOperations,
  ...invitationOperations,
  ...auditOperations,
  ...serviceOperations,
  ...committeeOperations,
  ...levelOperations,
  ...treeOperations,
  ...seatOperations,
  ...committeeRosterOperations,
  ...planOperations,
  ...summonedOperations,
  ...importOperations,
  ...halfTermOperations,
  ...provinceOperations,
  ...templateOperations,
  ...sessionOperations,
  ...rollOperations,
  ...paperOperations,
  ...ceremonyOperations,
  ...decisionOperations,
  ...boxOperations,
  readChain,
  ...resultOperations,
  ...rollUpOperations,
  ...documentOperations,
];
