import { checkRedundancy, combineShares, type Share } from '../../../protocol/tally/combine.ts';
import { checkPartialDecryption } from '../../../protocol/tally/partial-decryption.ts';
import { openResult } from '../../../protocol/tally/result.ts';
import { sodiumGroup } from '../../arithmetic/sodium-group.ts';
import type { Handler, SharesToOpen } from '../jobs.ts';
import { ownerWithNumber, type TallyContext, tallyContext } from './tally-context.ts';

/** The totals from checked shares, all of which must fit each other (PROTOCOL §8, "redundant shares"). */
export const openTotals: Handler<'openTotals'> = (job) => {
  const context = tallyContext(job);
  const shares = job.shares.map((share) => readShare(context, share));
  const fitting = checkRedundancy(sodiumGroup, context.trustees, shares);
  if (!fitting.ok) return fitting;
  const factors = combineShares(sodiumGroup, context.trustees, shares);
  if (!factors.ok) return factors;
  const counts = openResult(sodiumGroup, context.tally, factors.value, job.counted);
  return counts.ok ? { ok: true, counts: counts.value } : counts;
};

function readShare({ election, trustees, tally }: TallyContext, share: SharesToOpen['shares'][number]): Share {
  const owner = ownerWithNumber(trustees, share.owner);
  const decryption = owner && checkPartialDecryption(sodiumGroup, election, owner.key, tally, share.decryption);
  if (owner === undefined || !decryption?.ok) throw new TypeError('the record holds a share that was never checked');
  return { owner, decryption: decryption.value };
}
