import * as contract from '../../contract/documents/templates.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { readTemplate } from './read-template.ts';

/** Workbooks to be filled in, for every list that is taken from a spreadsheet. */
export function templateRoutes(context: RouteContext): void {
  route(context, contract.readTemplate, readTemplate);
}
