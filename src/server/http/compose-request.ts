import type { FastifyInstance } from 'fastify';
import type * as z from 'zod/mini';
import { isBytes } from '../../contract/operation.ts';
import { composeTexts } from './compose.ts';
import { ShapeError } from './shape.ts';
import { findUnfit } from './unfit.ts';

/**
 * The door: every text of a request is bounded and then composed here, before its shape is checked, and nowhere else. A
 * file's bytes are left alone, and what has no place in an operation is not looked at by anybody.
 */
export function composeRequest(app: FastifyInstance): void {
  app.addHook('preValidation', (request, _reply, next) => {
    const { operation } = request.routeOptions.config;
    if (operation === undefined) return next();
    const { params, query, body } = operation;
    request.params = boundedAndComposed(request.params, params, 'params');
    request.query = boundedAndComposed(request.query, query, 'query');
    if (!isBytes(body)) request.body = boundedAndComposed(request.body, body, 'body');
    next();
  });
}

function boundedAndComposed(value: unknown, schema: z.core.$ZodType | undefined, part: string): unknown {
  if (schema === undefined) return value;
  const unfit = findUnfit(value, schema, part);
  if (unfit !== undefined) throw new ShapeError([unfit]);
  return composeTexts(value, schema);
}
