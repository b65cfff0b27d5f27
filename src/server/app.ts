import type { FastifyInstance } from 'fastify';
import { operations } from '../contract/operations.ts';
import { accountRoutes } from './accounts/routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { boxRoutes } from './box/routes.ts';
import { ceremonyRoutes } from './ceremony/routes.ts';
import { committeeRoutes } from './committees/routes.ts';
import { decisionRoutes } from './decisions/routes.ts';
import type { Deps } from './deps.ts';
import { documentRoutes } from './documents/routes.ts';
import { dossierRoutes } from './dossiers/routes.ts';
import { findTies } from './find-ties.ts';
import { buildFrame, type LogTarget } from './http/frame.ts';
import { pageRoutes } from './pages/routes.ts';
import { paperRoutes } from './papers/routes.ts';
import { planRoutes } from './plans/routes.ts';
import { referenceRoutes } from './reference/routes.ts';
import { rehearsalRoutes } from './rehearsal/routes.ts';
import { rollUpRoutes } from './results/roll-up-routes.ts';
import { resultRoutes } from './results/routes.ts';
import { sessionRoutes } from './sessions/routes.ts';
import { summonedRoutes } from './summoned/routes.ts';
import { tallyRoutes } from './tally/routes.ts';

/** The whole service over HTTP, ready to listen or to be called with `inject`; logs to standard output by default. */
export async function buildApp(deps: Deps, logTarget?: LogTarget): Promise<FastifyInstance> {
  const keeper = await buildFrame(deps, operations, findTies(deps), logTarget);
  const { app } = keeper;
  accountRoutes(keeper);
  auditRoutes(keeper);
  sessionRoutes(keeper);
  paperRoutes(keeper);
  ceremonyRoutes(keeper);
  decisionRoutes(keeper);
  resultRoutes(keeper);
  rollUpRoutes(keeper);
  documentRoutes(keeper);
  dossierRoutes(keeper);
  rehearsalRoutes(keeper);
  boxRoutes(keeper);
  tallyRoutes(keeper);
  committeeRoutes(keeper);
  planRoutes(keeper);
  summonedRoutes(keeper);
  await referenceRoutes(app);
  pageRoutes(app);
  return app;
}
