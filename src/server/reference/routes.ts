import { readFileSync } from 'node:fs';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { openApi } from '../../contract/openapi.ts';
import { operations } from '../../contract/operations.ts';
import { page } from '../pages/routes.ts';

/**
 * The API description, and the browsable reference made from it. The reference is for reading: a click on a page that
 * sends requests would open or close a vote without asking.
 */
export async function referenceRoutes(app: FastifyInstance): Promise<void> {
  page(app, '/api/openapi.json', 'application/json; charset=utf-8', () => JSON.stringify(description()));
  await app.register(referencePages);
}

let made: Record<string, unknown> | undefined;
/** Made for the first reader, not at the start: it takes longer than all the rest of a start. */
function description(): Record<string, unknown> {
  made ??= openApi(operations);
  return made;
}

const referencePages: FastifyPluginAsync = async (scope) => {
  scope.addHook('onRoute', (options) => {
    options.config = { ...options.config, page: true };
  });
  await scope.register(swagger, { mode: 'static', specification: { document: {} as never } });
  await scope.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: { title: 'API · Phiếu tín nhiệm', favicon: [icon], css: [{ filename: 'reference.css', content: style }] },
    uiConfig: { layout: 'BaseLayout', docExpansion: 'list', filter: true, supportedSubmitMethods: [] },
    staticCSP: contentSecurity,
    transformSpecification: description,
    transformSpecificationClone: false,
  });
};

const icon = {
  filename: 'icon.svg',
  rel: 'icon',
  type: 'image/svg+xml',
  sizes: 'any',
  content: readFileSync(new URL('../pages/icon.svg', import.meta.url)),
};

/** A page that sends nothing asks for no token either. */
const style = '.scheme-container, .authorization__btn { display: none !important; }';

/** As for every other page, but that the library's stylesheet draws its icons from `data:` addresses. */
const contentSecurity = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};
