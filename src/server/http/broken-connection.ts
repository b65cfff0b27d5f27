import type { Socket } from 'node:net';
import { problemMediaType } from '../../contract/kit/problem.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import { problemOf } from './answer.ts';
import { STATUS_CODES } from './node-http.ts';

const codes: Readonly<Record<string, RefusalCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'too-slow',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/**
 * For Fastify's `clientErrorHandler`: what is no request, or does not arrive whole, gets a problem too, in Vietnamese
 * and English as every one, and the connection ends. Nothing of it is logged.
 */
export function answerBrokenConnection(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(codes[error.code ?? ''] ?? 'not-http', 'vi');
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `Content-Type: ${problemMediaType}`,
    'Content-Language: vi',
    'Cache-Control: no-store',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}
