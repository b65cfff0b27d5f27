import type { FastifyInstance } from 'fastify';
import { isBytes } from '../../contract/operation.ts';
import { composeTexts } from './compose.ts';
import { ShapeError } from './shape.ts';
import { findUnfit } from './unfit.ts';

/**
 * The door: every text of a request is bounded and then composed here, before its shape is checked, and nowhere else. A
 * file's bytes are left alone.
 */
export function composeRequest(app: FastifyInstance): void {
  app.addHook('preValidation', async (request) => {
    const { operation } = request.routeOptions.config;
    if (operation === undefined) return;
    const { params, query } = operation;
    const body = isBytes(operation.body) ? undefined : operation.body;
    const unfit =
      findUnfit(request.params, params, 'params') ??
      findUnfit(request.query, query, 'query') ??
      findUnfit(request.body, body, 'body');
    if (unfit !== undefined) throw new ShapeError([unfit]);
    request.params = composeTexts(request.params, params);
    request.query = composeTexts(request.query, query);
    if (!isBytes(operation.body)) request.body = composeTexts(request.body, body);
  });
}
