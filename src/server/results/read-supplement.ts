import type * as contract from '../../contract/results/results.ts';
import { isInsider } from '../../domain/result/who-reads.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import type { Call } from '../http/route.ts';
import { resultFile, utf8 } from './result-file.ts';
import { supplementOf } from './supplement.ts';

export async function readSupplement(deps: Deps, call: Call<typeof contract.readSupplement>) {
  const { sessionId } = call.params;
  // It belongs beside the record, whose name auditors' programs look for.
  const name = `${sessionId}.supplement.json`;
  const state = isInsider(call.held) ? await deps.store.sessions.findWithPapers(sessionId) : undefined;
  // Its hash stands in the minutes, though no total was opened.
  if (state?.session.state === 'unopenable') {
    return attachment(utf8.encode(supplementOf(state)), name);
  }
  return resultFile(
    deps,
    call,
    () => name,
    ({ supplement }) => utf8.encode(supplement),
  );
}
