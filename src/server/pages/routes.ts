import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { builtPageRoutes } from './built-pages.ts';

/** Address, file beside this one, content type. */
const pages = [['/icon.svg', 'icon.svg', 'image/svg+xml']] as const;

/** The few pages that are files as they stand, and those that are built. */
export function pageRoutes(app: FastifyInstance, officeName: string | null): void {
  for (const [url, file, type] of pages) {
    const content = readFileSync(new URL(file, import.meta.url));
    page(app, url, type, content);
  }
  app.register(builtPageRoutes, { officeName });
}

/** Serves one unchanging page that anyone may read; a function makes it when somebody does. */
export function page(app: FastifyInstance, url: string, type: string, content: Buffer | (() => string)): void {
  app.get(url, { exposeHeadRoute: true, config: { page: true } }, async (_request, reply) =>
    reply
      .type(type)
      .header('cache-control', 'no-cache')
      .send(typeof content === 'function' ? content() : content),
  );
}
