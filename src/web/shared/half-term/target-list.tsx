import { type ResolutionTarget, standingOf } from '../../../domain/half-term/target.ts';
import { useTranslation } from '../show/sentences.ts';
import { halfTermSentences } from './half-term-sentences.ts';
import { showAmount } from './show-amount.ts';
import { standingWords } from './standing-words.ts';

/** The resolution's targets to be read, on a phone too: no table, names as long as they are. */
export function TargetList({ targets }: { readonly targets: readonly ResolutionTarget[] }) {
  const { t, language } = useTranslation(halfTermSentences);
  return (
    <ol class="targets">
      {targets.map((target) => {
        const { name, unit, direction, reached } = target;
        const standing = standingOf(target);
        const aim = showAmount(language, target.target, unit);
        return (
          <li key={name}>
            <p class="target-name">{name}</p>
            <dl class="target-figures">
              <div>
                <dt>{t('aim')}</dt>
                <dd>{t(direction === 'at-least' ? 'atLeastAmount' : 'atMostAmount', { amount: aim })}</dd>
              </div>
              {reached !== null && (
                <div>
                  <dt>{t('reached')}</dt>
                  <dd>{showAmount(language, reached, unit)}</dd>
                </div>
              )}
              <div>
                <dt>{t('standing')}</dt>
                <dd>
                  <strong class={`standing standing-${standing}`}>{t(standingWords[standing])}</strong>
                </dd>
              </div>
            </dl>
          </li>
        );
      })}
    </ol>
  );
}
