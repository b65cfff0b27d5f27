import type { FastifyReply, FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { type ProblemDocument, type ProblemItem, problemMediaType } from '../../contract/kit/problem.ts';
import { type RefusalCode, refusals } from '../../contract/refusals.ts';
import type { Language } from '../../domain/text/local-text.ts';
import { withSentences } from './problem-sentences.ts';

const languages: readonly Language[] = ['vi', 'en'];

/** The language a caller reads (RFC 9110 §12.5.4): Vietnamese unless English is asked for before it. */
export function languageOf(header: string | undefined): Language {
  const wished = new Negotiator({ headers: { 'accept-language': header ?? '*' } }).language([...languages]);
  return languages.find((language) => language === wished) ?? 'vi';
}

/** A refusal as the world sees it: problem+json (RFC 9457). */
export function problemOf(
  code: RefusalCode,
  language: Language,
  problems?: readonly ProblemItem[],
  retryAfter?: number,
): ProblemDocument {
  const { status, sentence } = refusals[code];
  return {
    type: `urn:phieu:problem:${code}`,
    title: sentence[language],
    status,
    code,
    detail: sentence[language],
    messages: sentence,
    ...(problems && problems.length > 0 ? { problems: withSentences(problems) } : {}),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}

/**
 * Sends a refusal; every refusal of the service leaves through here.
 * @param retryAfter whole seconds after which the same may be asked again
 */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  code: RefusalCode,
  problems?: readonly ProblemItem[],
  retryAfter?: number,
): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  const problem = problemOf(code, language, problems, retryAfter);
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return (
    reply
      .code(problem.status)
      .header('content-language', language)
      .header('cache-control', 'no-store')
      // As the log names the request; the same problem stays the same text.
      .header('x-request-id', request.id)
      .type(problemMediaType)
      .serializer(JSON.stringify)
      .send(problem)
  );
}
