import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Operation } from '../../contract/operation.ts';
import type { RefusalCode } from '../../contract/refusals.ts';
import { codeOf } from '../kit/error-code.ts';
import { StoredRowDamaged } from '../store/damaged-row.ts';
import { AlteredSession } from '../store/session-locks.ts';
import { type StorageTrouble, storageTrouble } from '../store/storage-trouble.ts';
import { TakenBackMeanwhile } from '../store/taken-back-meanwhile.ts';
import { Overloaded } from '../workers/overloaded.ts';
import { TookTooLong } from '../workers/took-too-long.ts';
import { sendRefusal } from './answer.ts';
import { ShapeError } from './shape.ts';
import { answerWrongAddress } from './wrong-address.ts';

const codes: Readonly<Record<string, RefusalCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed-json',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'invalid-request',
  FST_ERR_BAD_URL: 'not-found',
  FST_ERR_MAX_PARAM_LENGTH: 'not-found',
};

/** What goes wrong around operations leaves as problem+json too; what nobody foresaw says nothing about itself. */
export function handleFailures(app: FastifyInstance, operations: readonly Operation[]): void {
  app.setErrorHandler((error: FastifyError, request, reply) => answerFailure(error, request, reply));
  const addresses = operations.map(({ method, path }) => ({ method, parts: path.split('/') }));
  app.setNotFoundHandler((request, reply) => {
    const asked = (request.url.split('?')[0] ?? '').split('/');
    const methods = addresses.filter(({ parts }) => fits(parts, asked)).map(({ method }) => method);
    if (methods.length === 0) return answerWrongAddress(request, reply);
    return sendRefusal(request, reply.header('allow', methods.join(', ')), 'method-not-allowed');
  });
}

/** Also for what fails before a route is found. */
export function answerFailure(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof ShapeError) return sendRefusal(request, reply, 'invalid-request', error.problems);
  if (error instanceof TakenBackMeanwhile) return sendRefusal(request, reply, 'taken-back-meanwhile');
  if (error instanceof Overloaded) return sendRefusal(request, reply, 'overloaded', undefined, error.retryAfter);
  if (error instanceof TookTooLong) return sendRefusal(request, reply, 'took-too-long');
  // Which one, and where, is in the log once, from whoever locked it.
  if (error instanceof AlteredSession) return sendRefusal(request, reply, 'record-altered');
  const trouble = storageTrouble(error);
  if (trouble !== undefined) return refuseForTrouble(trouble, error, request, reply);
  if (error instanceof StoredRowDamaged) return sendRefusal(request, reply, 'stored-row-damaged');
  const known = codes[error.code] ?? (error.statusCode === 400 ? 'malformed-json' : undefined);
  if (known === 'not-found') return answerWrongAddress(request, reply);
  if (known !== undefined) return sendRefusal(request, reply, known);
  // Messages can quote what a request held (a database's, a parser's), so only kind and place are written down.
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  const operation = request.routeOptions.config.operation?.id;
  request.log.error({ operation, name: error.name, code: error.code, at }, 'unexpected error');
  return sendRefusal(request, reply, 'internal');
}

/** The log names the trouble, and the code of the database or the system for whoever looks further. */
function refuseForTrouble(trouble: StorageTrouble, error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const operation = request.routeOptions.config.operation?.id;
  request.log.error({ operation, trouble, code: codeOf(error) }, 'what is kept cannot be read or written');
  const told = trouble === 'storage-full' || trouble === 'database-away' ? trouble : 'storage-failing';
  return sendRefusal(request, reply, told);
}

/** Whether an address has these parts, of which those with a colon stand for anything. */
function fits(parts: readonly string[], asked: readonly string[]): boolean {
  return (
    parts.length === asked.length &&
    parts.every((part, at) => (part.startsWith(':') ? asked[at] !== '' : part === asked[at]))
  );
}
