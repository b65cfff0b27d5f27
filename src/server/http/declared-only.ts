import type { FastifyInstance, RouteOptions } from 'fastify';
import type { Operation } from '../../contract/operation.ts';

/** Makes an undeclared route impossible: with one, the application refuses to start. */
export function refuseUndeclaredRoutes(app: FastifyInstance, operations: readonly Operation[]): void {
  const routes: RouteOptions[] = [];
  app.addHook('onRoute', (options) => {
    routes.push(options);
  });
  app.addHook('onReady', async () => {
    for (const { method, url, config } of routes) {
      if (config?.page) continue;
      const { operation } = config ?? {};
      if (operation === undefined) throw new Error(`${method} ${url} is not declared: who may call it?`);
      if (!operations.includes(operation)) throw new Error(`${operation.id} is missing from contract/operations.ts`);
    }
  });
}
