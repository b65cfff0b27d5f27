import type { PersonsResultView } from '../../contract/results/roll-up.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** What the form attaches to a result, with the article; people decide. */
export function ReachedTier({ article, consequence }: Pick<PersonsResultView, 'article' | 'consequence'>) {
  const { pick } = useTranslation(sentences);
  if (consequence === null) return null;
  if (article === null) return <span>{pick(consequence)}</span>;
  return (
    <span class="tier">
      <strong>{pick(consequence)}</strong> ({pick(article)})
    </span>
  );
}
