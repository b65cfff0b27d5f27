import type * as contract from '../../contract/committee/committees.ts';
import { decideDescribeCommittee } from '../../domain/committee/committee.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { ruledView } from './views.ts';

export async function describeCommittee(deps: Deps, { params, body }: Call<typeof contract.describeCommittee>) {
  const description = { id: params.committeeId, ...body };
  const ranks = await deps.store.committees.ranks();
  const today = localDay(deps.clock());
  const asked = { around: [params.committeeId], code: body.code };
  return ruledView(
    await deps.store.committees.change(asked, (known) => decideDescribeCommittee(known, ranks, description, today)),
  );
}
