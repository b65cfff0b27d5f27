import type * as z from 'zod/mini';
import { call } from '../../../client/api.ts';
import { type openingView, openSession, prepareOpening, readOpening } from '../../../contract/ceremony/ceremony.ts';
import { sha256Base64 } from '../../../protocol/encoding/hash.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useFresh } from '../../shared/fetch/use-fresh.ts';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { HashGroups } from '../../shared/show/hash-groups.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { MissingList } from '../missing-list.tsx';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { ForRole } from './for-role.tsx';
import { nullWhenRefused } from './null-when-refused.ts';
import { TellerProgress } from './teller-progress.tsx';
import { UnprovenNote } from './unproven-note.tsx';

/** What is missing, the setup for the tellers to confirm, and the opening itself. */
export function OpeningScreen(props: StepProps) {
  const { t } = useTranslation(sentences);
  const { session } = props;
  if (session.state !== 'issued') return <p class="note">{t('openedAlready')}</p>;
  return (
    <ForRole session={session} roles={['chair']} otherwise="onlyChair">
      <ChairsOpening {...props} />
    </ForRole>
  );
}

/** Only the opening's own: everything else is mended elsewhere first. */
const ownCodes = new Set(['setup-not-prepared', 'setup-not-confirmed']);
/** Does not hold up the setup, only the opening. */
const attendanceCodes = new Set(['attendance-missing', 'quorum-not-met']);

function ChairsOpening({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const params = { sessionId: session.id };
  const loaded = useLoad(
    async () => nullWhenRefused(await call(connection, readOpening, { params }), 'no-opening-prepared'),
    [session.id],
  );
  useFresh(loaded.reload, 2000);
  const prepare = useStepAction({ reload }, async () => {
    const reply = await call(connection, prepareOpening, { params });
    await loaded.reload();
    return reply;
  });
  const open = useStepAction({ reload }, () => call(connection, openSession, { params }));
  const elsewhere = session.missing.filter(({ code }) => !ownCodes.has(code));
  const ready = elsewhere.every(({ code }) => attendanceCodes.has(code));
  return (
    <>
      <UnprovenNote session={session} />
      {elsewhere.length > 0 && (
        <section>
          <h2>{t('missingToOpen')}</h2>
          <MissingList problems={elsewhere} />
        </section>
      )}
      <ShortOfPapers names={session.shortOfPapers} />
      {session.fewPhonePapers !== null && (
        <p class="note note-strong">{t('fewPhonePapers', { count: session.fewPhonePapers })}</p>
      )}
      <p>{t('openingHow', { threshold: session.threshold })}</p>
      <Loaded of={loaded}>
        {(opening) => (
          <>
            {opening && <Prepared opening={opening} session={session} />}
            <FailureNote failure={prepare.failure ?? open.failure} />
            <p>
              <button
                type="button"
                class={opening === null ? 'main-button' : ''}
                disabled={!ready || prepare.busy}
                onClick={() => void prepare.run()}
              >
                {t(opening === null ? 'openingPrepare' : 'openingPrepareAgain')}
              </button>
            </p>
            {opening && (
              <ConfirmButton
                label={t('openingOpen')}
                sentence={t('openingAsk', { present: session.attendance.present, issued: session.ledger.issued })}
                yes={t('openingOpen')}
                main
                busy={open.busy}
                disabled={elsewhere.length > 0 || confirmed(opening, session) < session.threshold}
                onConfirm={() => void open.run()}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

type Opening = z.infer<typeof openingView>;

function confirmed({ confirmedBy }: Opening, { lostKeys }: ConsoleSession): number {
  return confirmedBy.filter((index) => !lostKeys.includes(index)).length;
}

function Prepared({ opening, session }: { readonly opening: Opening; readonly session: ConsoleSession }) {
  const { t } = useTranslation(sentences);
  return (
    <>
      <p>
        {t('openingFingerprint')} <HashGroups hash={sha256Base64(opening.election)} />
      </p>
      <TellerProgress
        caption={t('openingConfirmations')}
        tellers={session.tellers}
        isDone={(index) => opening.confirmedBy.includes(index)}
        of="setup"
        isLost={(index) => session.lostKeys.includes(index)}
      />
    </>
  );
}

function ShortOfPapers({ names }: { readonly names: readonly string[] }) {
  const { t } = useTranslation(sentences);
  if (names.length === 0) return null;
  return (
    <div class="note note-strong">
      <p>{t('shortOfPapers', { count: names.length })}</p>
      <p>{names.join(', ')}</p>
    </div>
  );
}
