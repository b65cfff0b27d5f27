import type { ResultView } from '../../contract/results/results.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';
import { showPercent } from './show-percent.ts';

interface ShareProps {
  readonly of: { readonly count: number; readonly percent: string } | undefined;
  readonly base: number;
}

/** A count with its base, and the percentage. */
export function Share({ of, base }: ShareProps) {
  const { language } = useTranslation(sentences);
  if (of === undefined) return null;
  return (
    <span class="share">
      <span>
        <strong>{of.count}</strong>/{base}
      </span>{' '}
      <span class="share-percent">{showPercent(language, of.percent)}</span>
    </span>
  );
}

interface TierProps {
  readonly view: ResultView;
  readonly subject: ResultView['subjects'][number];
}

/** What the rules attach to this result, with the article; people decide. */
export function TierNote({ view, subject: { tier, article, consequence } }: TierProps) {
  const { pick } = useTranslation(sentences);
  const { noTier } = view.wording;
  if (tier === 0 || article === null || consequence === null) return <span>{noTier && pick(noTier)}</span>;
  return (
    <span class="tier">
      <strong>{pick(consequence)}</strong> ({pick(article)})
    </span>
  );
}
