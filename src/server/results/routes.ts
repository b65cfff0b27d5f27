import * as contract from '../../contract/results/results.ts';
import { accept } from '../../domain/ruling.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { listEarlierResults } from './list-earlier-results.ts';
import { annulResult, attachSignedMinutes, publishResult, readSignedMinutes } from './publish.ts';
import { readExtract } from './read-extract.ts';
import { readMinutes } from './read-minutes.ts';
import { readRecordDocuments } from './read-record-documents.ts';
import { readResult } from './read-result.ts';
import { readResultTable } from './read-result-table.ts';
import { resultFile, utf8 } from './result-file.ts';

/** The result, its documents and its publication, exactly within scope. */
export function resultRoutes(keeper: RouteContext): void {
  const { deps } = keeper;
  route(keeper, contract.readResult, async ({ params, held }) => {
    const result = await readResult(deps, params.sessionId, held);
    return result.ok ? accept(result.value.view) : result;
  });
  route(keeper, contract.listEarlierResults, (call) => listEarlierResults(keeper, call));
  route(keeper, contract.readResultTable, (call) => readResultTable(deps, call));
  route(keeper, contract.readMinutes, (call) => readMinutes(deps, call));
  route(keeper, contract.readExtract, (call) => readExtract(deps, call));
  route(keeper, contract.readSupplement, (call) =>
    resultFile(deps, call, 'supplement.json', ({ supplement }) => utf8.encode(supplement)),
  );
  route(keeper, contract.readRecordDocuments, (call) => readRecordDocuments(deps, call));

  route(keeper, contract.attachSignedMinutes, ({ params, body }) => attachSignedMinutes(deps, params.sessionId, body));
  route(keeper, contract.readSignedMinutes, async ({ params, held }) => {
    const result = await readResult(deps, params.sessionId, held);
    return result.ok ? readSignedMinutes(deps, result.value.state.session) : result;
  });
  route(keeper, contract.publishResult, ({ params, caller }) => publishResult(deps, params.sessionId, caller));
  route(keeper, contract.annulResult, ({ params, body, caller }) => annulResult(deps, params.sessionId, body, caller));
}
