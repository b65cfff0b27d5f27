import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ProblemDocument, type ProblemItem, problemMediaType } from '../../contract/kit/problem.ts';
import { type RefusalCode, refusals } from '../../contract/refusals.ts';
import type { LocalText } from '../../domain/text/local-text.ts';
import { withSentences } from './problem-sentences.ts';

export type Language = keyof LocalText;

/** The language a caller reads: Vietnamese unless English is asked for before it. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...settings] = part.trim().toLowerCase().split(';');
    const quality = settings.map((setting) => /^\s*q=([\d.]+)\s*$/.exec(setting)?.[1]).find(Boolean);
    return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
  });
  const quality = (language: Language) => wishes.find((wish) => wish.language === language)?.quality ?? 0;
  return quality('en') > quality('vi') ? 'en' : 'vi';
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
