import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { pages } from '../../contract/service/pages.ts';
import { sendRefusal } from './answer.ts';

const addresses: readonly string[] = pages.map(({ address }) => address);

/** A link that lost its `#` on the way (`/v%23…`): what follows would be a paper's code, and has been sent to us. */
const lostCode = /^\/v(?![a-z])./i;

/**
 * Answers an address where nothing is: people get the page that was meant, or one with a way home, programs a problem.
 * Nothing of the address is repeated.
 */
export function answerWrongAddress(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = request.url.split('?')[0] ?? '';
  if (!isPerson(request, path)) return sendRefusal(request, reply, 'not-found');
  reply.header('cache-control', 'no-store');
  const meant = withoutLastSlashes(path).toLowerCase();
  // A fragment stays in the browser, which carries it over.
  if (addresses.includes(meant)) return reply.redirect(meant, 302);
  return reply
    .code(404)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', policy)
    .send(lostCode.test(path) ? lostCodePage : nothingHerePage);
}

function withoutLastSlashes(path: string): string {
  let end = path.length;
  while (path[end - 1] === '/') end -= 1;
  return path.slice(0, end);
}

/** Whoever looks at what comes back: a browser that goes somewhere says that it reads pages. */
function isPerson({ method, headers }: FastifyRequest, path: string): boolean {
  const reads = method === 'GET' || method === 'HEAD';
  return reads && !path.startsWith('/api/') && (headers.accept ?? '').includes('text/html');
}

interface Words {
  readonly title: string;
  readonly text: string;
  readonly home: string;
}

const look =
  'body{max-width:34rem;margin:2rem auto;padding:0 1rem;font:1.15rem/1.6 system-ui,sans-serif}h1,h2{line-height:1.3}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2.5rem}a{display:inline-block;padding:.6rem 0}';
/** These pages are whole in themselves: whatever is built may be what is missing. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(look).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`;

function fixedPage(vi: Words, en: Words): string {
  const part = ({ title, text, home }: Words) => `<h1>${title}</h1><p>${text}</p><p><a href="/">${home}</a></p>`;
  return `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <meta name="robots" content="noindex">
    <title>${vi.title}</title>
    <style>${look}</style>
  </head>
  <body>
    <main>${part(vi)}<div lang="en">${part(en).replace(/h1>/g, 'h2>')}</div></main>
  </body>
</html>
`;
}

const toHome = { vi: 'Về trang đầu', en: 'To the first page' } as const;

const nothingHerePage = fixedPage(
  {
    title: 'Địa chỉ này không có trang nào',
    text: 'Có thể đã gõ nhầm. Để bỏ phiếu, hãy quét mã trên tờ phiếu.',
    home: toHome.vi,
  },
  {
    title: 'There is no page at this address',
    text: 'It may have been mistyped. To vote, scan the code on the ballot paper.',
    home: toHome.en,
  },
);

const lostCodePage = fixedPage(
  {
    title: 'Liên kết này bị hỏng khi chuyển đến đây',
    text: 'Hãy quét lại mã trên tờ phiếu bằng máy ảnh của điện thoại. Nếu vẫn ra trang này, hoặc muốn chắc chắn không ai khác thấy mã phiếu, hãy mang tờ phiếu đến bàn của ban kiểm phiếu để đổi tờ khác.',
    home: toHome.vi,
  },
  {
    title: 'This link was damaged on its way',
    text: 'Scan the code on the paper again with the phone’s camera. If this page comes again, or to be sure that nobody else has seen the code, have the paper replaced at the tellers’ desk.',
    home: toHome.en,
  },
);
