import type { readAddresses as contract } from '../../contract/service/service.ts';
import { accept } from '../../domain/ruling.ts';
import type { Deps } from '../deps.ts';
import { publicOrigin, signInOrigin } from '../http/public-origin.ts';
import type { Call } from '../http/route.ts';

export async function readAddresses(deps: Deps, { request }: Call<typeof contract>) {
  return accept({ papers: publicOrigin(deps, request), signIn: signInOrigin(deps, request) });
}
