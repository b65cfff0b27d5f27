import * as contract from '../../contract/committee/committees.ts';
import * as province from '../../contract/committee/province.ts';
import { accept } from '../../domain/ruling.ts';
import { languageOf } from '../http/answer.ts';
import type { RouteContext } from '../http/gate.ts';
import { route } from '../http/route.ts';
import { addCommittee } from './add-committee.ts';
import { changeDirector } from './change-director.ts';
import { describeCommittee } from './describe-committee.ts';
import { exportProvince } from './export-province.ts';
import { importProvince } from './import-province.ts';
import { importRoster } from './import-roster.ts';
import { listSeats } from './list-seats.ts';
import { previewProvince } from './preview-province.ts';
import { previewRoster } from './preview-roster.ts';
import { rankRoutes } from './rank-routes.ts';
import { readCommittee } from './read-committee.ts';
import { seatRoutes } from './seat-routes.ts';
import { treeRoutes } from './tree-routes.ts';
import { committeeView } from './views.ts';
import { committeesFor } from './visible.ts';
import { importer, previewer } from './who-imports.ts';

export function committeeRoutes(context: RouteContext): void {
  route(context, contract.listCommittees, async (deps, { caller }) =>
    accept((await committeesFor(deps, caller)).map(committeeView)),
  );
  route(context, contract.addCommittee, addCommittee);
  route(context, contract.readCommittee, readCommittee);
  route(context, contract.describeCommittee, describeCommittee);
  route(context, contract.changeDirector, changeDirector);
  route(context, contract.listSeats, listSeats);
  route(context, contract.previewRoster, (deps, { body, query: { capitals, committeeId }, caller }) =>
    previewRoster(deps, { file: body, capitals, committeeId, ...previewer(deps, caller) }),
  );
  route(context, contract.importRoster, (deps, { body, query, caller, about }) =>
    importRoster(deps, { file: body, ...query, ...importer(deps, caller) }, about),
  );
  route(context, contract.previewCommitteeRoster, (deps, { body, query, params, caller }) =>
    previewRoster(deps, { file: body, ...query, ...params, ...previewer(deps, caller) }),
  );
  route(context, contract.importCommitteeRoster, (deps, { body, query, params, caller, about }) =>
    importRoster(deps, { file: body, ...query, ...params, ...importer(deps, caller) }, about),
  );
  rankRoutes(context);
  provinceRoutes(context);
  treeRoutes(context);
  seatRoutes(context);
}

function provinceRoutes(context: RouteContext): void {
  route(context, province.previewProvince, (deps, { body, query }) => previewProvince(deps, body, query));
  route(context, province.importProvince, (deps, { body, query, caller, about }) =>
    importProvince(deps, body, { ...query, ...importer(deps, caller) }, about),
  );
  route(context, province.exportProvince, (deps, { query, request }) =>
    exportProvince(deps, query, languageOf(request.headers['accept-language'])),
  );
}
