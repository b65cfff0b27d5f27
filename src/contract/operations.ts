import { accountOperations } from './account/accounts.ts';
import { invitationOperations } from './account/invitations.ts';
import { myAccountOperations } from './account/my-account.ts';
import { auditOperations } from './audit/audit.ts';
import { boxOperations } from './box/box.ts';
import { readChain } from './box/chain.ts';
import { ceremonyOperations } from './ceremony/ceremony.ts';
import { committeeOperations } from './committee/committees.ts';
import { provinceOperations } from './committee/province.ts';
import { rankOperations } from './committee/ranks.ts';
import { seatOperations } from './committee/seats.ts';
import { treeOperations } from './committee/tree.ts';
import { decisionOperations } from './decisions/decisions.ts';
import { documentOperations } from './documents/documents.ts';
import { templateOperations } from './documents/templates.ts';
import { dossierOperations } from './dossiers/dossiers.ts';
import { halfTermOperations } from './half-term/half-term.ts';
import { importOperations } from './imports/imports.ts';
import type { Operation } from './operation.ts';
import { paperOperations } from './papers/papers.ts';
import { planOperations } from './plans/plans.ts';
import { resultOperations } from './results/results.ts';
import { rollUpOperations } from './results/roll-up.ts';
import { readFirstSteps } from './service/first-steps.ts';
import { serviceOperations } from './service/service.ts';
import { copySession } from './session/copies.ts';
import { phoneTestOperations } from './session/phone-test.ts';
import { rollOperations } from './session/roll.ts';
import { sessionOperations } from './session/sessions.ts';
import { summonedOperations } from './session/summoned.ts';
import { readTellerView } from './session/teller-view.ts';
import { tallyOperations } from './tally/tally.ts';

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
  readFirstSteps,
  ...committeeOperations,
  ...rankOperations,
  ...treeOperations,
  ...seatOperations,
  ...planOperations,
  ...summonedOperations,
  ...importOperations,
  ...halfTermOperations,
  ...provinceOperations,
  ...templateOperations,
  ...sessionOperations,
  copySession,
  ...phoneTestOperations,
  ...rollOperations,
  ...paperOperations,
  readTellerView,
  ...ceremonyOperations,
  ...decisionOperations,
  ...boxOperations,
  readChain,
  ...tallyOperations,
  ...resultOperations,
  ...dossierOperations,
  ...rollUpOperations,
  ...documentOperations,
];
