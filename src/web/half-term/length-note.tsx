import type { ReviewView } from '../../contract/half-term/half-term.ts';
import { showNumber } from '../shared/half-term/show-amount.ts';
import { useHalfTermTranslation } from './translation.ts';

type Length = ReviewView['conferenceLength'];

/** How long the conference is to last, and who says so; empty where nobody does. */
export function useLengthText(length: Length): string {
  const { t, language } = useHalfTermTranslation();
  if (length === null) return '';
  const { minimum, maximum, plan } = length;
  const shortest = showNumber(language, minimum);
  const longest = showNumber(language, maximum);
  const days = minimum === maximum ? t('daysOf', { days: longest }) : t('daysFromTo', { shortest, longest });
  return plan === null ? t('lengthUsual', { days }) : t('lengthOfPlan', { plan: plan.number ?? plan.title, days });
}

/** A conference that is shorter or longer than that: worth knowing, and no refusal. */
export function LengthNote({ length }: { readonly length: Length }) {
  const { t } = useHalfTermTranslation();
  const text = useLengthText(length);
  return (
    <div class="note" role="status">
      <p>{text}</p>
      <p>{t('unusualLength')}</p>
    </div>
  );
}
