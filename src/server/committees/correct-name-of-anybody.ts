import type * as contract from '../../contract/committee/seats.ts';
import { refuse } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { corrected } from './change-seat.ts';
import { correctName } from './correct-name.ts';

/** By an administrator. */
export async function correctNameOfAnybody(deps: Deps, { params, body, about }: Call<typeof contract.correctName>) {
  const done = await correctName(deps, { ...params, ...body }, { within: null, office: null }, about);
  if (done.ok) return corrected<never>(done);
  if (done.refusal === 'not-only-here') throw new Error('an administrator corrects anybody');
  return refuse(done.refusal, done.problems);
}
