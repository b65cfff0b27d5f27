import type { RollUpSession } from '../../contract/roll-up.ts';
import { useSpeech } from '../shared/sentences.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly session: RollUpSession;
  readonly tier: number;
}

/** What the session's form attaches to a tier, with the article; people decide. */
export function ReachedTier({ session: { tiers }, tier }: Props) {
  const { own } = useSpeech(sentences);
  const reached = tiers.find((one) => one.tier === tier);
  if (reached === undefined) return null;
  const { article, consequence } = reached;
  if (article === null) return <span>{own(consequence)}</span>;
  return (
    <span class="tier">
      <strong>{own(consequence)}</strong> ({own(article)})
    </span>
  );
}
