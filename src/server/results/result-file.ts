import type { Relation } from '../../domain/account/relations.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import { findResult, type ReadableResult } from './find-result.ts';

export const utf8 = new TextEncoder();

/** Reads the result as far as the caller may, then makes a file of it. */
export async function resultFile(
  deps: Deps,
  { params, held }: { readonly params: { readonly sessionId: SessionId }; readonly held: ReadonlySet<Relation> },
  name: (result: ReadableResult) => string,
  make: (result: ReadableResult) => Promise<Uint8Array> | Uint8Array,
) {
  const result = await findResult(deps, params.sessionId, held);
  if (!result.ok) return result;
  return attachment(await make(result.value), name(result.value));
}
