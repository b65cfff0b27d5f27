import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';

/** Where it stands in a built page (`src/web/shared/frame/page.html`), which reads it there. */
const place = '<meta name="office" content="">';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A page that says which office it is of; one without a place for that stays as it is. */
function withOfficeName(html: string, name: string): string {
  const escaped = name.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
  return html.replace(place, () => `<meta name="office" content="${escaped}">`);
}

/** A page with the office's name: no file, so it is compressed here, and by the one way that every browser takes. */
export function pageOfOffice(built: string, name: string) {
  const html = withOfficeName(built, name);
  const compressed = gzipSync(html);
  return {
    html,
    send({ headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
      reply.type('text/html; charset=utf-8').header('vary', 'accept-encoding');
      const takesGzip = new Negotiator({ headers }).encodings(['gzip']).length > 0;
      return takesGzip ? reply.header('content-encoding', 'gzip').send(compressed) : reply.send(html);
    },
  };
}
