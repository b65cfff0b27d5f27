import { randomUUID } from 'node:crypto';
import jwt from '@fastify/jwt';
import fastify, { LogController } from 'fastify';
import type { Operation } from '../../contract/operation.ts';
import type { Deps } from '../deps.ts';
import { endConnectionsOf } from '../operate/drain.ts';
import { takeBodies } from './bodies.ts';
import { answerBrokenConnection } from './broken-connection.ts';
import { composeRequest } from './compose-request.ts';
import { refuseUndeclaredRoutes } from './declared-only.ts';
import { openEvents } from './events.ts';
import { answerFailure, handleFailures } from './failures.ts';
import type { FindTies, RouteContext } from './gate.ts';
import { setSecurityHeaders } from './headers.ts';
import { takeOneHost } from './host.ts';
import { logHooks, logRequests, logSerializers } from './log.ts';
import { useMarker } from './mark-used.ts';
import { type Bounds, boundRequests } from './overload.ts';
import { compileSerializer, compileValidator } from './shape.ts';

/** Where log lines go. */
export interface LogTarget {
  write(line: string): void;
}

/** From a request's first byte to its last: a scan of 20 MB at 200 kB/s arrives within it. */
export const requestMilliseconds = 120_000;

/** An application without routes in which everything holds that holds for every route. */
export async function buildFrame(
  deps: Deps,
  operations: readonly Operation[],
  findTies: FindTies,
  logTarget?: LogTarget,
  bounds?: Bounds,
): Promise<RouteContext> {
  const app = fastify({
    logger: {
      level: deps.config.logLevel,
      base: null,
      serializers: logSerializers,
      hooks: logHooks,
      ...(logTarget ? { stream: logTarget } : {}),
    },
    // Without an order: a number would tell which voter's request came between which others.
    genReqId: () => randomUUID(),
    logController: new LogController({ disableRequestLogging: true }),
    exposeHeadRoutes: false,
    trustProxy: deps.config.trustProxy,
    frameworkErrors: answerFailure,
    clientErrorHandler: answerBrokenConnection,
    requestTimeout: requestMilliseconds,
    http: { requireHostHeader: false },
  });
  // Their types speak of JSON schemas; every schema here is zod's.
  app.setValidatorCompiler<never>(compileValidator as never);
  app.setSerializerCompiler<never>(compileSerializer as never);
  app.decorateRequest('caller', undefined);
  app.decorateRequest('held');
  app.decorateRequest('committeeId', null);

  refuseUndeclaredRoutes(app, operations);
  handleFailures(app, operations);
  takeBodies(app);
  composeRequest(app);
  logRequests(app);

  await app.register(jwt, {
    secret: Buffer.from(deps.tokenSecret),
    sign: { algorithm: 'HS256', noTimestamp: true },
    verify: { algorithms: ['HS256'] },
  });
  setSecurityHeaders(app, deps.config);
  takeOneHost(app);
  boundRequests(app, deps.monotonic, bounds);
  endConnectionsOf(app, deps.drain);
  return { app, deps, findTies, markUsed: useMarker(deps), openEvents: openEvents(app, deps.store.accounts) };
}
