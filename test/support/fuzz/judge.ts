import { z } from 'zod';
import { problemDocument, problemMediaType } from '../../../src/contract/kit/problem.ts';
import { isBytes, isEvents, type Operation } from '../../../src/contract/operation.ts';
import { commonRefusals, type RefusalCode, refusals } from '../../../src/contract/refusals.ts';

export interface Received {
  readonly status: number;
  readonly type: string;
  readonly body: Uint8Array;
}

/** An answer to less than this may not be longer; what lists and files answer is the data, not the request. */
const longestRefusal = 64_000;

/** What is wrong with an answer, in words for whoever repairs it; undefined where it keeps what the API describes. */
export function faultOf(declared: Operation, answer: Received): string | undefined {
  const { status, type, body } = answer;
  if (status >= 400) return refusalFault(declared, answer);
  const reply = Object.entries(declared.replies).find(([code]) => code === String(status))?.[1];
  if (status === 204) return '204' in declared.replies ? undefined : 'an answer of 204 that is not declared';
  if (reply === undefined) return status === 304 ? undefined : `a status that is not declared: ${status}`;
  if (isEvents(reply)) return type.startsWith('text/event-stream') ? undefined : `events as ${type}`;
  if (isBytes(reply)) {
    const isDeclared = reply.types.some((one) => type.split(';')[0] === one.split(';')[0]);
    return isDeclared ? undefined : `a file of a type that is not declared: ${type}`;
  }
  const read = (reply as z.ZodType).safeParse(parsed(body));
  return read.success ? undefined : `an answer of another shape: ${z.prettifyError(read.error).slice(0, 600)}`;
}

function refusalFault(declared: Operation, { status, type, body }: Received): string | undefined {
  if (body.length > longestRefusal) return `a refusal of ${body.length} bytes`;
  if (!type.startsWith(problemMediaType)) return `a refusal (${status}) that is ${type || 'nothing'}`;
  const read = problemDocument.safeParse(parsed(body));
  if (!read.success) return 'a refusal of another shape';
  const { code } = read.data;
  if (code === 'internal') return 'an exception that nobody foresaw';
  const known: readonly string[] = [...declared.refusals, ...commonRefusals];
  if (!known.includes(code)) return `a refusal that the operation does not declare: ${code}`;
  return refusals[code as RefusalCode].status === status ? undefined : `${code} with status ${status}`;
}

function parsed(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString());
  } catch {
    return undefined; // no schema takes it, and the fault says so
  }
}
