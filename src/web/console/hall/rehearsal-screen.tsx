import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { call } from '../../../client/api.ts';
import { readRehearsal, type rehearsalView } from '../../../contract/ceremony/ceremony.ts';
import type { Marks } from '../../../protocol/ballot/create-ballot.ts';
import type { Answer } from '../../shared/fetch/answer.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useFresh } from '../../shared/fetch/use-fresh.ts';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { NumberField } from '../../shared/forms/fields.tsx';
import { ProgressNote } from '../../shared/show/progress-note.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { lastingLine } from '../../shared/workers/lasting-line.ts';
import type { JobInput } from '../../shared/workers/line-message.ts';
import { SilenceNote } from '../../shared/workers/silence-note.tsx';
import { WorkerFailure } from '../../shared/workers/worker-failure.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { FinishRehearsal } from './finish-rehearsal.tsx';
import { ForRole } from './for-role.tsx';
import { nullWhenRefused } from './null-when-refused.ts';
import type { RehearsePrograms } from './rehearse-message.ts';
import { TellerProgress } from './teller-progress.tsx';
import { UnprovenNote } from './unproven-note.tsx';

type Rehearsal = z.infer<typeof rehearsalView>;

/** The rehearsal: the chair starts, casts and closes it in one go; the tellers open it with their own keys. */
export function RehearsalScreen(props: StepProps) {
  const keysMissing = props.session.missing.some(({ code }) => /^(ceremony|spoken-code)-/.test(code));
  const { t } = useTranslation(sentences);
  if (keysMissing) return <p class="note">{t('rehearsalNeedsKeys')}</p>;
  return (
    <ForRole session={props.session} roles={['chair']} otherwise="onlyChair">
      <ChairsRehearsal {...props} />
    </ForRole>
  );
}

const maxBallots = 20;
const workerFailed = 'worker-failed';

function ChairsRehearsal({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const params = { sessionId: session.id };
  const [count, setCount] = useState<number | undefined>(3);
  const loaded = useLoad(
    async () => nullWhenRefused(await call(connection, readRehearsal, { params }), 'rehearsal-not-running'),
    [session.id],
  );
  useFresh(loaded.reload, 2000);
  const hold = useStepAction({ reload }, async (ballots: number): Promise<Answer<unknown>> => {
    const asked = session.subjects.filter(({ struckFor }) => struckFor === null);
    const marks = trialMarks(ballots, asked.length, session.form.levels.length);
    const reply = await inWorker({ sessionId: session.id, marks });
    await loaded.reload();
    return reply;
  });
  const begin = () => {
    if (count !== undefined) void hold.run(count);
  };
  const valid = count !== undefined && count >= 1 && count <= maxBallots;
  return (
    <>
      <p>{t('rehearsalHow')}</p>
      <Loaded of={loaded}>
        {(rehearsal) => (
          <>
            {hold.busy ? (
              <>
                <ProgressNote label={t('rehearsalCasting')} done={castSoFar(rehearsal)} total={count ?? 0} />
                <SilenceNote />
              </>
            ) : (
              rehearsal && <Held rehearsal={rehearsal} session={session} reload={reload} />
            )}
            {session.state === 'issued' && !hold.busy && (
              <>
                <NumberField
                  label={t('rehearsalCount')}
                  value={count}
                  onInput={setCount}
                  minimum={1}
                  maximum={maxBallots}
                  required
                />
                {rehearsal === null ? (
                  <p>
                    <button type="button" class="main-button" disabled={!valid} onClick={begin}>
                      {t('rehearsalStart')}
                    </button>
                  </p>
                ) : (
                  <ConfirmButton
                    label={t('rehearsalAgain')}
                    sentence={t('rehearsalAgainAsk')}
                    yes={t('rehearsalAgainYes')}
                    disabled={!valid}
                    onConfirm={begin}
                  />
                )}
              </>
            )}
          </>
        )}
      </Loaded>
      {hold.failure?.refusal === workerFailed ? (
        <p class="note alarm" role="alert">
          {t('rehearsalBroken')}
        </p>
      ) : (
        <FailureNote failure={hold.failure} />
      )}
    </>
  );
}

function castSoFar(rehearsal: Rehearsal | null): number {
  return rehearsal?.state === 'open' ? rehearsal.ballots : 0;
}

/** Marks of all kinds, blank lines among them: what the rehearsal shows has nothing to do with anybody. */
function trialMarks(ballots: number, subjects: number, levels: number): Marks[] {
  return Array.from({ length: ballots }, (_, ballot) =>
    Array.from({ length: subjects }, (__, subject) => {
      const mark = (ballot + subject) % (levels + 1);
      return mark === levels ? undefined : mark;
    }),
  );
}

async function inWorker(input: JobInput<RehearsePrograms, 'rehearse'>): Promise<Answer<unknown>> {
  const start = () => new Worker(new URL('./rehearse.worker.ts', import.meta.url));
  const line = lastingLine<RehearsePrograms>(start, { repeatable: false });
  try {
    return await line.call('rehearse', input);
  } catch (error) {
    if (!(error instanceof WorkerFailure)) throw error;
    return { ok: false, refusal: workerFailed };
  } finally {
    line.close();
  }
}

interface HeldProps extends Pick<StepProps, 'session' | 'reload'> {
  readonly rehearsal: Rehearsal;
}

function Held({ rehearsal, session, reload }: HeldProps) {
  const { t } = useTranslation(sentences);
  const { state, ballots, sharesOf } = rehearsal;
  if (state === 'open') return <p class="note">{t('rehearsalInterrupted')}</p>;
  if (state === 'passed') {
    return (
      <>
        <p class="note note-strong" role="status">
          {t('rehearsalPassed', { count: ballots })}
        </p>
        <UnprovenNote session={session} />
      </>
    );
  }
  return (
    <>
      <p class="note note-strong" role="status">
        {t('rehearsalAnnounce', { count: ballots })}
      </p>
      <TellerProgress
        caption={t('rehearsalShares')}
        tellers={session.tellers}
        isDone={(index) => sharesOf.includes(index)}
        of="share"
      />
      <FinishRehearsal session={session} reload={reload} sharesOf={sharesOf} />
    </>
  );
}
