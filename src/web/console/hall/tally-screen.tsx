import type * as z from 'zod/mini';
import { call } from '../../../client/api.ts';
import { finishTally, readTally, type tallyView } from '../../../contract/tally/tally.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useFresh } from '../../shared/fetch/use-fresh.ts';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { HashGroups } from '../../shared/show/hash-groups.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import { hasReached } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { ForRole } from './for-role.tsx';
import { TellerProgress } from './teller-progress.tsx';

/** Whose share is still awaited; going on without some by naming them. */
export function TallyScreen(props: StepProps) {
  const { t } = useTranslation(sentences);
  if (hasReached(props.session, 'tallied')) return <p class="note note-strong">{t('tallyDone')}</p>;
  return (
    <ForRole session={props.session} roles={['chair']} otherwise="onlyChair">
      <ChairsTally {...props} />
    </ForRole>
  );
}

function ChairsTally({ session, reload }: StepProps) {
  const connection = useConnection();
  const loaded = useLoad(() => call(connection, readTally, { params: { sessionId: session.id } }), [session.id]);
  useFresh(loaded.reload, 3000);
  useFresh(reload, 3000);
  return <Loaded of={loaded}>{(tally) => <Tally session={session} reload={reload} tally={tally} />}</Loaded>;
}

interface TallyProps extends StepProps {
  readonly tally: z.infer<typeof tallyView>;
}

function Tally({ session, reload, tally }: TallyProps) {
  const { t } = useTranslation(sentences);
  const { awaited, sharesOf, threshold, sparable } = tally;
  return (
    <>
      <p>{t('tallyHow', { collected: tally.announced })}</p>
      <TellerProgress
        caption={t('tallyShares')}
        tellers={session.tellers}
        isDone={(index) => sharesOf.includes(index)}
        of="share"
        isLost={(index) => session.lostKeys.includes(index)}
      />
      <p>{sparable < 0 ? t('tallyTooFewKeys') : t('tallySparable', { count: sparable })}</p>
      <p class="quiet small">
        {t('tallyFingerprint')} <HashGroups hash={tally.encryptedTally} />
      </p>
      {awaited.length > 0 && sharesOf.length >= threshold && <GoOn session={session} reload={reload} tally={tally} />}
    </>
  );
}

function GoOn({ session, reload, tally: { awaited } }: TallyProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const finish = useStepAction({ reload }, (missing: number[]) =>
    call(connection, finishTally, { params: { sessionId: session.id }, body: { missing } }),
  );
  const names = awaited.map(({ name }) => name).join(', ');
  return (
    <section>
      <h2>{t('goOnTitle')}</h2>
      <p>{t('goOnHow')}</p>
      <FailureNote failure={finish.failure} />
      <ConfirmButton
        label={t('goOnLabel', { names })}
        sentence={t('goOnAsk', { names })}
        yes={t('goOnYes')}
        busy={finish.busy}
        onConfirm={() => void finish.run(awaited.map(({ index }) => index))}
      />
    </section>
  );
}
