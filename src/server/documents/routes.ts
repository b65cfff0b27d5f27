import * as contract from '../../contract/documents/documents.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { readRoundDocument } from './read-round-document.ts';

/** Papers of the round that need no totals; the minutes and extracts of them are with the results. */
export function documentRoutes(context: RouteContext): void {
  route(context, contract.readRoundDocument, readRoundDocument);
}
