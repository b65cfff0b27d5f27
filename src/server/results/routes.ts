import * as contract from '../../contract/results/results.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { listEarlierResults } from './list-earlier-results.ts';
import { annulResult, attachSignedMinutes, publishResult } from './publish.ts';
import { readExtract } from './read-extract.ts';
import { readMinutes } from './read-minutes.ts';
import { readRecordDocuments } from './read-record-documents.ts';
import { readResult } from './read-result.ts';
import { readResultTable } from './read-result-table.ts';
import { readSignedMinutes } from './read-signed-minutes.ts';
import { readSupplement } from './read-supplement.ts';

/** The result, its documents and its publication, exactly within scope. */
export function resultRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.readResult, (call) => readResult(deps, call));
  route(context, contract.listEarlierResults, (call) => listEarlierResults(context, call));
  route(context, contract.readResultTable, (call) => readResultTable(deps, call));
  route(context, contract.readMinutes, (call) => readMinutes(deps, call));
  route(context, contract.readExtract, (call) => readExtract(deps, call));
  route(context, contract.readSupplement, (call) => readSupplement(deps, call));
  route(context, contract.readRecordDocuments, (call) => readRecordDocuments(deps, call));

  route(context, contract.attachSignedMinutes, ({ params, body }) => attachSignedMinutes(deps, params.sessionId, body));
  route(context, contract.readSignedMinutes, (call) => readSignedMinutes(deps, call));
  route(context, contract.publishResult, ({ params, caller }) => publishResult(deps, params.sessionId, caller));
  route(context, contract.annulResult, ({ params, body, caller }) => annulResult(deps, params.sessionId, body, caller));
}
