import * as contract from '../../contract/results/results.ts';
import type { Relation } from '../../domain/account/relations.ts';
import { accept, type Ruling } from '../../domain/ruling.ts';
import { recordDocuments } from '../../domain/session/record-documents.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { resultsTables } from '../../print/results-tables.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import type { RouteContext } from '../http/gate.ts';
import { relationsFor } from '../http/relations-for.ts';
import { route } from '../http/route.ts';
import { tableAnswer } from '../http/table-answer.ts';
import { chairPosition } from '../meeting/chair-position.ts';
import { cancellationMinutesData } from './cancellation-minutes.ts';
import { earlierResults } from './earlier-results.ts';
import { extractFor } from './extract.ts';
import { minutesData, resultsData } from './minutes-data.ts';
import { annulResult, attachSignedMinutes, publishResult, readSignedMinutes } from './publish.ts';
import { isInside, type ReadableResult, type ResultRefusal, readResult } from './read-result.ts';

const utf8 = new TextEncoder();

/** What the minutes of a cancelled session hold, for its chair and tellers; it was never published to anybody else. */
async function findCancelled(deps: Deps, id: SessionId, held: ReadonlySet<Relation>) {
  const state = isInside(held) ? await deps.store.sessions.findWithPapers(id) : undefined;
  return state && cancellationMinutesData(deps, state);
}

/** The result, its documents and its publication, exactly within scope. */
export function resultRoutes(keeper: RouteContext): void {
  const { deps } = keeper;

  /** Reads the result as far as the caller may, then makes a file of it. */
  const file = async (
    { params, held }: { readonly params: { readonly sessionId: SessionId }; readonly held: ReadonlySet<Relation> },
    extension: string,
    make: (result: ReadableResult) => Promise<Uint8Array> | Uint8Array,
  ): Promise<Ruling<Uint8Array, ResultRefusal> & { readonly headers?: Readonly<Record<string, string>> }> => {
    const result = await readResult(deps, params.sessionId, held);
    if (!result.ok) return result;
    return attachment(await make(result.value), `${params.sessionId}.${extension}`);
  };

  route(keeper, contract.readResult, async ({ params, held }) => {
    const result = await readResult(deps, params.sessionId, held);
    return result.ok ? accept(result.value.view) : result;
  });
  route(keeper, contract.listEarlierResults, async ({ params, held, request }) => {
    const result = await readResult(deps, params.sessionId, held);
    if (!result.ok) return result;
    return accept(await earlierResults(deps, result.value.state.session, relationsFor(keeper, request)));
  });
  route(keeper, contract.readResultTable, async ({ params, query: { format }, held }) => {
    const result = await readResult(deps, params.sessionId, held);
    if (!result.ok) return result;
    return tableAnswer(deps, resultsTables(resultsData(result.value)), format, params.sessionId);
  });
  route(keeper, contract.readMinutes, async (call) => {
    const cancelled = await findCancelled(deps, call.params.sessionId, call.held);
    if (cancelled !== undefined) {
      const bytes = await deps.pool.run('writeCancellationMinutes', cancelled);
      return attachment(bytes, `${call.params.sessionId}.pdf`);
    }
    return file(call, 'pdf', async (result) => {
      const chairRole = await chairPosition(deps, result.state.session);
      return deps.pool.run('writeMinutes', minutesData(result, chairRole, deps.clock()));
    });
  });
  route(keeper, contract.readExtract, async ({ params, held }) => {
    const result = await readResult(deps, params.sessionId, held);
    if (!result.ok) return result;
    const chairRole = await chairPosition(deps, result.value.state.session);
    const extract = extractFor(result.value, params.subjectId, chairRole);
    if (!extract.ok) return extract;
    const info = { language: 'vi', createdAt: deps.clock() } as const;
    const bytes = await deps.pool.run('writeDocuments', { documents: [extract.value], info });
    return attachment(bytes, `${params.sessionId}.extract.pdf`);
  });
  route(keeper, contract.readSupplement, (call) =>
    file(call, 'supplement.json', ({ supplement }) => utf8.encode(supplement)),
  );
  route(keeper, contract.readRecordDocuments, async ({ params, held }) => {
    const result = await readResult(deps, params.sessionId, held);
    return result.ok ? accept({ ...recordDocuments(result.value.state.session) }) : result;
  });

  route(keeper, contract.attachSignedMinutes, ({ params, body }) => attachSignedMinutes(deps, params.sessionId, body));
  route(keeper, contract.readSignedMinutes, async ({ params, held }) => {
    const result = await readResult(deps, params.sessionId, held);
    return result.ok ? readSignedMinutes(deps, result.value.state.session) : result;
  });
  route(keeper, contract.publishResult, ({ params, caller }) => publishResult(deps, params.sessionId, caller));
  route(keeper, contract.annulResult, ({ params, body, caller }) => annulResult(deps, params.sessionId, body, caller));
}
