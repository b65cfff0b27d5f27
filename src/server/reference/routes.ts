import type { FastifyInstance } from 'fastify';
import { openApi } from '../../contract/openapi.ts';
import { operations } from '../../contract/operations.ts';
import { page } from '../pages/routes.ts';
import { referencePage } from './reference.ts';

export function referenceRoutes(app: FastifyInstance): void {
  const description = openApi(operations);
  page(app, '/api/openapi.json', 'application/json; charset=utf-8', JSON.stringify(description));
  page(app, '/api/docs', 'text/html; charset=utf-8', referencePage(operations, description));
}
