import * as contract from '../../contract/dossiers/dossiers.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { addDossier } from './add-dossier.ts';
import { readDossier } from './read-dossier.ts';
import { removeDossier } from './remove-dossier.ts';

/** What voters read before they mark: PDF files of the session or of one subject. */
export function dossierRoutes(context: RouteContext): void {
  const { deps } = context;
  route(context, contract.addDossier, (call) => addDossier(deps, call));

  route(context, contract.readDossier, (call) => readDossier(deps, call));

  route(context, contract.removeDossier, (call) => removeDossier(deps, call));
}
