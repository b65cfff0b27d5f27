import { addressOf } from '../../../client/api.ts';
import { readMinutes } from '../../../contract/results/results.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';

/** Opens the minutes of a session that ended without a result. */
export function MinutesLink({ session }: Pick<StepProps, 'session'>) {
  const { t } = useTranslation(sentences);
  const address = addressOf(useConnection(), readMinutes, { params: { sessionId: session.id } });
  return (
    <p>
      <a class="button" href={address} target="_blank" rel="noopener">
        {t('minutesOpen')}
      </a>
    </p>
  );
}
