import { readFileSync } from 'node:fs';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
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

/** Made with the first reader, by a server of its own that listens to nobody: few services ever have one. */
let pages: Promise<FastifyInstance> | undefined;

const referencePages: FastifyPluginAsync = async (scope) => {
  const answer = async ({ url, headers }: FastifyRequest, reply: FastifyReply) => {
    pages ??= makePages();
    const made = await (await pages).inject({ method: 'GET', url, headers });
    if (made.statusCode === 404) return reply.callNotFound();
    return reply.code(made.statusCode).headers(made.headers).send(made.rawPayload);
  };
  for (const url of [prefix, `${prefix}/*`]) scope.get(url, { config: { page: true } }, answer);
};

const prefix = '/api/docs';

async function makePages(): Promise<FastifyInstance> {
  const [{ fastify }, { default: swagger }, { default: swaggerUi }] = await Promise.all([
    import('fastify'),
    import('@fastify/swagger'),
    import('@fastify/swagger-ui'),
  ]);
  const own = fastify();
  await own.register(swagger, { mode: 'static', specification: { document: {} as never } });
  await own.register(swaggerUi, {
    routePrefix: prefix,
    theme: { title: 'API · Phiếu tín nhiệm', favicon: [icon], css: [{ filename: 'reference.css', content: style }] },
    uiConfig: { layout: 'BaseLayout', docExpansion: 'list', filter: true, supportedSubmitMethods: [] },
    staticCSP: contentSecurity,
    transformSpecification: description,
    transformSpecificationClone: false,
  });
  return own;
}

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
