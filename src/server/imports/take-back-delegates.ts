import type * as contract from '../../contract/imports/imports.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { delegatesOf } from './import-place.ts';
import { takeBackImport } from './take-back-import.ts';

export async function takeBackDelegates(deps: Deps, call: Call<typeof contract.takeBackDelegates>) {
  const done = await takeBackImport(deps, call, delegatesOf(call.params));
  if (!done.ok && done.refusal === 'own-seat') throw new Error('a list of delegates gives no seat');
  return done;
}
