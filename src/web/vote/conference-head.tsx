import type { BallotPage } from '../../client/sealing.ts';
import { useVotingTranslation } from './translation.ts';

/** Whose vote this is: committee, form, conference. */
export function ConferenceHead({ page }: { readonly page: BallotPage }) {
  const { t, pick, language } = useVotingTranslation();
  const { committeeName, superiorName, form, title, place, heldOn } = page;
  const date = new Date(`${heldOn}T00:00:00`).toLocaleDateString(language === 'vi' ? 'vi-VN' : 'en-GB');
  return (
    <div class="conference">
      {superiorName !== null && <p class="conference-superior">{superiorName}</p>}
      <p class="conference-committee">{committeeName}</p>
      <h1 class="conference-title">{pick(form.wording.ballotTitle)}</h1>
      <p>{title}</p>
      <p class="quiet small">{t('conference', { place, date })}</p>
    </div>
  );
}
