import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { ForRole } from './for-role.tsx';
import { JointDecision } from './joint-decision.tsx';
import { MinutesLink } from './minutes-link.tsx';

/** The end of a session whose closed box too few key cards are left to open. */
export function UnopenableScreen(props: StepProps) {
  const { t } = useTranslation(sentences);
  const { session } = props;
  const { unopenable, tellers, lostKeys, threshold } = session;
  if (unopenable !== null) {
    return (
      <>
        <p class="note">{t('unopenableBecause', { reason: unopenable.reason })}</p>
        <p>{t('unopenableThen')}</p>
        <MinutesLink session={session} />
      </>
    );
  }
  return (
    <ForRole session={session} roles={['chair']} otherwise="onlyChair">
      <p>{t('unopenableHow', { threshold, left: tellers.length - lostKeys.length })}</p>
      <p>{t('unopenableThen')}</p>
      <JointDecision
        {...props}
        action={{ kind: 'declare-unopenable' }}
        label={t('unopenableLabel')}
        sentence={t('unopenableAsk')}
        reason=""
      />
    </ForRole>
  );
}
