import type { CeremonyView } from '../../client/teller/ceremony.ts';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import type { StageProps } from './stage-props.ts';
import { RoundList, TellerList } from './teller-list.tsx';
import { useTellerTranslation } from './translation.ts';

/** Who takes part, and how many open the totals: compared with what was agreed in the hall (PROTOCOL K1). */
export function JoinScreen({ acts, state, me }: StageProps) {
  const { t } = useTellerTranslation();
  const { ceremony, kept } = state;
  if (ceremony === null) return null;
  const { size, threshold, tellers } = ceremony;
  return (
    <>
      <ScreenTitle>{t('joinTitle')}</ScreenTitle>
      {kept !== null && kept.run !== ceremony.run && <p class="note note-strong">{t('joinAgain')}</p>}
      <p>{t('joinWhat')}</p>
      <p class="figures">{t('joinSize', { size, threshold })}</p>
      <TellerList tellers={tellers} me={me} />
      <p>{t('joinQuestion')}</p>
      <div class="actions">
        <button type="button" class="main-button" onClick={acts.join}>
          {t('join')}
        </button>
      </div>
      <p class="quiet">{t('joinNot')}</p>
    </>
  );
}

const rounds: readonly CeremonyView['round'][] = [
  ...(['certificates', 'spoken-code', 'commitments', 'polynomials', 'outputs'] as const),
];

/** The rounds that run by themselves. */
export function CeremonyScreen({ state: { ceremony }, me }: StageProps) {
  const { t } = useTellerTranslation();
  if (ceremony === null) return null;
  const step = rounds.indexOf(ceremony.round) + 1 || rounds.length;
  return (
    <>
      <ScreenTitle>{t('ceremonyTitle')}</ScreenTitle>
      <p role="status">{t('ceremonyStep', { step, steps: rounds.length })}</p>
      <RoundList view={ceremony} me={me} />
      <p class="quiet">{t('ceremonyRuns')}</p>
    </>
  );
}

/** The one stop: the same code on every screen, read aloud. */
export function CodeScreen({ acts, state: { code, ceremony }, me }: StageProps) {
  const { t } = useTellerTranslation();
  if (code === null || ceremony === null) return null;
  return (
    <>
      <ScreenTitle>{t('codeTitle')}</ScreenTitle>
      <p class="spoken-code">
        {code.split(' ').map((group, at) => (
          // Groups may repeat; their place is what they are.
          <span key={String(at)}>{group} </span>
        ))}
      </p>
      <p>{t('codeWhat')}</p>
      <div class="actions">
        <button type="button" class="main-button" onClick={() => void acts.answerCode(true)}>
          {t('codeSame')}
        </button>
        <ConfirmButton
          label={t('codeDiffers')}
          sentence={t('codeDiffersAsk')}
          yes={t('codeDiffersYes')}
          onConfirm={() => void acts.answerCode(false)}
        />
      </div>
      <h2>{t('codeOthers')}</h2>
      <RoundList view={ceremony} me={me} />
    </>
  );
}
