import { useEffect, useRef, useState } from 'preact/hooks';
import type { BallotPage } from '../../client/sealing.ts';
import { transientRefusals } from '../../client/transient-refusals.ts';
import type { SessionView } from '../../contract/session/sessions.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { CodeField } from '../shared/scan/code-field.tsx';
import { ScansNote } from '../shared/scan/scans-note.tsx';
import { useScans } from '../shared/scan/use-scans.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { useSilence } from '../shared/workers/use-silence.ts';
import { type DeskWorker, startDeskWorker } from './desk-worker.ts';
import { DroppedNote } from './dropped-note.tsx';
import { marksOf, type SheetReading } from './keying.ts';
import { KeyingScreen } from './keying-screen.tsx';
import { type Scan, type ScannedSheet, scanSheet } from './scanned-sheet.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly page: BallotPage;
  readonly session: SessionView;
  /** A sheet is in the box. */
  cast(): void;
  /** Back to counting the box; offered between two sheets only, so that no half-keyed sheet is lost. */
  announceAgain(): void;
}

type Desk =
  | {
      readonly step: 'scan';
      readonly note?: keyof typeof sentences;
      readonly good?: boolean;
      readonly tracker?: string;
      readonly dropped?: number;
    }
  /** `dropped`: so many codes were scanned before this sheet was there to be keyed. */
  | { readonly step: 'key'; readonly sheet: ScannedSheet; readonly dropped: number }
  | { readonly step: 'cast'; readonly sheet: ScannedSheet; readonly reading: SheetReading };

/** One sheet after the other: scanned, keyed by two people, sealed, cast, forgotten. */
export function SheetScreen({ page, session, cast, announceAgain }: Props) {
  const { t } = useTranslation(sentences);
  const [desk, setDesk] = useState<Desk>({ step: 'scan' });
  const worker = useRef<DeskWorker | null>(null);
  const forget = (next: Desk) => {
    worker.current?.end();
    worker.current = null;
    setDesk(next);
  };
  useEffect(() => () => worker.current?.end(), []);
  if (desk.step === 'scan') {
    const start = (sheet: ScannedSheet, dropped: number) => {
      worker.current = startDeskWorker(page);
      setDesk({ step: 'key', sheet, dropped });
    };
    return (
      <>
        <ScanSheet
          session={session}
          desk={desk}
          start={start}
          refuse={(note, dropped) => setDesk({ step: 'scan', note, dropped })}
        />
        <p>
          <button type="button" class="tool" onClick={announceAgain}>
            {t('announceAgain')}
          </button>
        </p>
        <p>
          <a href={`/teller${hashTo(session.id)}`}>{t('toTeller')}</a>
        </p>
      </>
    );
  }
  if (desk.step === 'key') {
    return (
      <KeyingScreen
        page={page}
        replaces={desk.sheet.state.votedBy === 'phone'}
        dropped={desk.dropped}
        agreed={(reading) => setDesk({ step: 'cast', sheet: desk.sheet, reading })}
        putAside={() => forget({ step: 'scan', note: 'putAsideDone' })}
      />
    );
  }
  return (
    <Casting
      page={page}
      desk={desk}
      worker={worker.current ?? undefined}
      done={(tracker) => {
        cast();
        forget({ step: 'scan', note: 'castDone', good: true, tracker: beginningOf(tracker) });
      }}
      giveUp={() => forget({ step: 'scan' })}
    />
  );
}

interface ScanProps {
  readonly session: SessionView;
  readonly desk: Extract<Desk, { step: 'scan' }>;
  start(sheet: ScannedSheet, dropped: number): void;
  refuse(note: keyof typeof sentences, dropped: number): void;
}

function ScanSheet({ session, desk, start, refuse }: ScanProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const scans = useScans(async (text) => {
    const scan = await scanSheet(connection, session.id, text);
    if (scan.kind === 'failed') return scan.failure;
    // One sheet after the other: of those that were held before the scanner meanwhile nobody knows which is in the hand.
    const dropped = scans.dropRest();
    const note = refusalOf(scan);
    if (note !== undefined) refuse(note, dropped);
    else if (scan.kind === 'sheet') start(scan.sheet, dropped);
    return { ok: true, value: undefined } as const;
  });
  return (
    <section>
      <h2>{t('scanTitle')}</h2>
      <div role="status">
        {desk.note && (
          <p class={desk.good ? 'note' : 'note note-strong'}>{t(desk.note, { tracker: desk.tracker ?? '' })}</p>
        )}
        <DroppedNote dropped={desk.dropped ?? 0} />
      </div>
      <CodeField label={t('scanField')} hint={t('scanHint')} focused onCode={scans.take} />
      <ScansNote scans={scans} />
    </section>
  );
}

/** Why a sheet is not keyed; undefined where it is. */
function refusalOf(scan: Exclude<Scan, { kind: 'failed' }>): keyof typeof sentences | undefined {
  if (scan.kind === 'no-code') return 'sheetNoCode';
  if (scan.kind === 'other-session') return 'sheetOtherSession';
  if (scan.kind === 'not-issued') return 'sheetNotIssued';
  if (scan.sheet.state.fate !== 'live') return 'sheetVoid';
  return scan.sheet.state.votedBy === 'sheet' ? 'sheetKeyed' : undefined;
}

interface CastingProps {
  readonly page: BallotPage;
  readonly desk: Extract<Desk, { step: 'cast' }>;
  readonly worker: DeskWorker | undefined;
  done(tracker: string): void;
  giveUp(): void;
}

/** What the desk's own worker refuses; everything else comes with the service's own sentence. */
const ownRefusals: Readonly<Record<string, keyof typeof sentences>> = {
  'sealing-failed': 'sealingFailed',
  'worker-failed': 'workerFailed',
  'election-differs': 'electionDiffers',
  'tracker-differs': 'trackerDiffers',
  'session-not-open': 'notNow',
};

/** Sent again as it is, a sheet counts once. The other two: signed in again, or with a fresh worker. */
const mayBeSentAgain: ReadonlySet<string> = new Set([...transientRefusals, 'not-signed-in', 'sealing-failed']);

/** Enough to tell a sheet's tracker among the others. */
function beginningOf(tracker: string): string {
  return `${tracker.slice(0, 4)} ${tracker.slice(4, 8)}`;
}

/** The worker sends until it is answered; the sheet waits with it. */
const slowAfterMilliseconds = 5000;

function Casting({ page, desk, worker, done, giveUp }: CastingProps) {
  const { t } = useTranslation(sentences);
  const [slow, setSlow] = useState(false);
  const silent = useSilence();
  const { sheet, reading } = desk;
  const invalidReason = reading.kind === 'invalid' ? reading.reason : null;
  const action = useAction(async () => {
    const reply = await worker?.cast(sheet.credential, marksOf(reading, page.subjects.length), invalidReason);
    return reply ?? ({ ok: false, refusal: 'unreachable' } as const);
  });
  const run = async () => {
    const reply = await action.run();
    if (reply?.ok) done(reply.value.tracker);
  };
  // A sheet is cast once, when it was agreed on.
  useEffect(() => {
    void run();
    const timer = setTimeout(() => setSlow(true), slowAfterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  const maySendAgain = action.failure !== undefined && mayBeSentAgain.has(action.failure.refusal);
  const said = action.failure && ownRefusals[action.failure.refusal];
  return (
    <section>
      <h2>{t('castTitle')}</h2>
      <p role="status">{action.failure ? '' : t(slow && !silent ? 'castSlow' : 'casting')}</p>
      <div role="alert">{silent && action.busy && <p class="note alarm">{t('castSilent')}</p>}</div>
      {said ? (
        <div class="note alarm" role="alert">
          <p>{t(said)}</p>
          {maySendAgain && (
            <p>
              <button type="button" class="main-button" onClick={() => void run()}>
                {t('castAgain')}
              </button>
            </p>
          )}
        </div>
      ) : (
        <FailureNote failure={action.failure} {...(maySendAgain ? { retry: () => void run() } : {})} />
      )}
      {action.failure && (
        <button type="button" onClick={giveUp}>
          {t('backToScan')}
        </button>
      )}
    </section>
  );
}
