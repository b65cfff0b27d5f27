import * as contract from '../../contract/dossiers/dossiers.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { addDossier } from './add-dossier.ts';
import { readDossier } from './read-dossier.ts';
import { removeDossier } from './remove-dossier.ts';

/** What voters read before they mark: PDF files of the session or of one subject. */
export function dossierRoutes(context: RouteContext): void {
  route(context, contract.addDossier, addDossier);

  route(context, contract.readDossier, readDossier);

  route(context, contract.removeDossier, removeDossier);
}
