import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import jwt from '@fastify/jwt';
import fastify, { type FastifyInstance, LogController } from 'fastify';
import { operations } from '../contract/operations.ts';
import { accountRoutes } from './accounts/routes.ts';
import type { Deps } from './deps.ts';
import { findTies } from './find-ties.ts';
import { takeBodies } from './http/bodies.ts';
import { composeRequest } from './http/compose-request.ts';
import { refuseUndeclaredRoutes } from './http/declared-only.ts';
import { answerFailure, handleFailures } from './http/failures.ts';
import type { GateKeeper } from './http/gate.ts';
import { securityHeaders } from './http/headers.ts';
import { logRequests } from './http/log.ts';
import { compileSerializer, compileValidator } from './http/shape.ts';

/** Where log lines go; standard output when left out. */
export interface LogTarget {
  write(line: string): void;
}

/** The whole service over HTTP, ready to listen or to be called with `inject`. */
export async function buildApp(deps: Deps, logTarget?: LogTarget): Promise<FastifyInstance> {
  const app = fastify({
    logger: { level: deps.config.logLevel, base: null, ...(logTarget ? { stream: logTarget } : {}) },
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    trustProxy: deps.config.trustProxy,
    frameworkErrors: answerFailure,
  });
  app.setValidatorCompiler<never>(compileValidator as never);
  app.setSerializerCompiler<never>(compileSerializer as never);
  app.decorateRequest('caller', undefined);
  app.decorateRequest('held');

  refuseUndeclaredRoutes(app, operations);
  handleFailures(app, operations);
  takeBodies(app);
  composeRequest(app);
  logRequests(app);

  await app.register(cookie);
  await app.register(jwt, {
    secret: Buffer.from(deps.tokenSecret),
    sign: { algorithm: 'HS256', noTimestamp: true },
    verify: { algorithms: ['HS256'] },
  });
  await app.register(helmet, securityHeaders(deps.config));

  const keeper: GateKeeper = { app, deps, findTies: findTies(deps) };
  accountRoutes(app, keeper);
  return app;
}
