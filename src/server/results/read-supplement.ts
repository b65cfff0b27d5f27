import type * as contract from '../../contract/results/results.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { resultFile, utf8 } from './result-file.ts';

export function readSupplement(deps: Deps, call: Call<typeof contract.readSupplement>) {
  return resultFile(deps, call, 'supplement.json', ({ supplement }) => utf8.encode(supplement));
}
