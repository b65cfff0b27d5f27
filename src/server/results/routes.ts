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
  route(context, contract.readResult, readResult);
  route(context, contract.listEarlierResults, (_, call) => listEarlierResults(context, call));
  route(context, contract.readResultTable, readResultTable);
  route(context, contract.readMinutes, readMinutes);
  route(context, contract.readExtract, readExtract);
  route(context, contract.readSupplement, readSupplement);
  route(context, contract.readRecordDocuments, readRecordDocuments);

  route(context, contract.attachSignedMinutes, (deps, { params, body }) =>
    attachSignedMinutes(deps, params.sessionId, body),
  );
  route(context, contract.readSignedMinutes, readSignedMinutes);
  route(context, contract.publishResult, (deps, { params, caller }) => publishResult(deps, params.sessionId, caller));
  route(context, contract.annulResult, (deps, { params, body, caller }) =>
    annulResult(deps, params.sessionId, body, caller),
  );
}
