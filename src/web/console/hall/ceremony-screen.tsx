import type * as z from 'zod/mini';
import { call } from '../../../client/api.ts';
import { type ceremonyView, readCeremony, startCeremony } from '../../../contract/ceremony/ceremony.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useFresh } from '../../shared/fetch/use-fresh.ts';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { type Sentence, sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { ForRole } from './for-role.tsx';
import { nullWhenRefused } from './null-when-refused.ts';
import { TellerProgress } from './teller-progress.tsx';

type Ceremony = z.infer<typeof ceremonyView>;

/** The key ceremony as the chair sees it: who is awaited, what went wrong; the tellers do it on their own devices. */
export function CeremonyScreen(props: StepProps) {
  return (
    <ForRole session={props.session} roles={['chair']} otherwise="onlyChair">
      <ChairsCeremony {...props} />
    </ForRole>
  );
}

function ChairsCeremony({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const params = { sessionId: session.id };
  const loaded = useLoad(
    async () => nullWhenRefused(await call(connection, readCeremony, { params }), 'ceremony-not-running'),
    [session.id],
  );
  useFresh(loaded.reload, 2000);
  const start = useStepAction({ reload }, async () => {
    const reply = await call(connection, startCeremony, { params });
    await loaded.reload();
    return reply;
  });
  return (
    <>
      <p>{t('ceremonyHow', { count: session.tellers.length, threshold: session.threshold })}</p>
      <Loaded of={loaded}>
        {(ceremony) =>
          ceremony === null ? (
            <p>
              <button type="button" class="main-button" disabled={start.busy} onClick={() => void start.run()}>
                {t('ceremonyStart')}
              </button>
            </p>
          ) : (
            <Running
              ceremony={ceremony}
              busy={start.busy}
              again={() => void start.run()}
              mayRun={session.state === 'issued'}
            />
          )
        }
      </Loaded>
      <FailureNote failure={start.failure} />
    </>
  );
}

const roundTitles = {
  certificates: 'roundCertificates',
  'spoken-code': 'roundSpokenCode',
  commitments: 'roundCommitments',
  polynomials: 'roundPolynomials',
  outputs: 'roundOutputs',
  done: 'roundDone',
  failed: 'roundFailed',
} as const satisfies Record<Ceremony['round'], Sentence>;

const complaints: Readonly<Record<string, Sentence>> = {
  'teller-replaced': 'complaintReplaced',
  'spoken-code-differs': 'complaintCode',
};

interface RunningProps {
  readonly ceremony: Ceremony;
  readonly busy: boolean;
  readonly mayRun: boolean;
  again(): void;
}

function Running({ ceremony, busy, mayRun, again }: RunningProps) {
  const { t } = useTranslation(sentences);
  const { round, tellers, complaint } = ceremony;
  const nameOf = (index: number | null) => tellers.find((teller) => teller.index === index)?.name ?? '';
  return (
    <>
      <p class="note note-strong" role="status">
        {t(roundTitles[round])}
      </p>
      {complaint && (
        <div class="note alarm" role="alert">
          <p>{t('complaintBy', { name: nameOf(complaint.by) })}</p>
          {complaint.against !== null && <p>{t('complaintAgainst', { name: nameOf(complaint.against) })}</p>}
          <p>{t(complaints[complaint.reason] ?? 'complaintOther', { reason: complaint.reason })}</p>
        </div>
      )}
      {round !== 'failed' && round !== 'done' && (
        <TellerProgress
          caption={t('ceremonyTellers')}
          tellers={tellers}
          isDone={(index) => tellers.some((teller) => teller.index === index && teller.done)}
          of="round"
        />
      )}
      {mayRun && (
        <ConfirmButton
          label={t('ceremonyAgain')}
          sentence={t('ceremonyAgainAsk')}
          yes={t('ceremonyAgainYes')}
          main={round === 'failed'}
          busy={busy}
          onConfirm={again}
        />
      )}
    </>
  );
}
