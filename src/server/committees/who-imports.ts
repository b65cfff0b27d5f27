import type { Principal } from '../../domain/account/relations.ts';
import type { Deps } from '../deps.ts';
import { officeOf } from './office-of.ts';

export function previewer(deps: Deps, caller: Principal) {
  return { personId: caller.personId, office: officeOf(caller, deps) };
}

export function importer(deps: Deps, caller: Principal) {
  return { ...previewer(deps, caller), accountId: caller.accountId };
}
