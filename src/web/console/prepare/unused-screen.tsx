import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { markRemainingUnused, markUnused } from '../../../contract/papers/papers.ts';
import { sheetsLeftOver, whyRemainingUnknown } from '../../../domain/session/sheets-left-over.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { useFresh } from '../../shared/fetch/use-fresh.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { TextArea } from '../../shared/forms/fields.tsx';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { ScansNote } from '../../shared/scan/scans-note.tsx';
import { useScans } from '../../shared/scan/use-scans.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { DoneNote } from '../done-note.tsx';
import { type Sentence, sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { Figures } from './figures.tsx';
import { StubForm } from './stub-form.tsx';

/** What is left of the pile: counted by stubs at any time, or all at once when nothing is in the box any more. */
export function UnusedScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  useFresh(reload, 3000);
  const left = leftOver(session);
  const open = session.state === 'open' || session.state === 'counting';
  return (
    <>
      <p>{t('unusedHow')}</p>
      <Figures session={session} />
      <p class="note" role="status">
        {left > 0 ? t('unusedLeft', { count: left }) : t('unusedNoneLeft')}
      </p>
      {open && left > 0 && <AllThatRemain session={session} reload={reload} left={left} />}
      {open && <ByStubs session={session} reload={reload} />}
    </>
  );
}

/** Sheets that were neither handed out nor void, and have not been counted as unused. */
function leftOver({ ledger }: ConsoleSession): number {
  return sheetsLeftOver(ledger) - ledger.unused;
}

/** Why nobody can say yet that all that remain are unused. */
function whyNotAll({ state, announcement, ledger }: ConsoleSession): Sentence | undefined {
  switch (whyRemainingUnknown(state, announcement?.sheets, ledger)) {
    case 'not-counting':
      return 'remainBeforeAnnounced';
    case 'sheets-not-keyed':
      return announcement === null ? 'remainBeforeAnnounced' : 'remainBeforeKeyed';
    case 'ballots-still-out':
      return 'remainOut';
    case undefined:
      return undefined;
  }
}

function AllThatRemain({ session, reload, left }: StepProps & { readonly left: number }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const total = sheetsLeftOver(session.ledger);
  const mark = useStepAction({ reload }, () =>
    call(connection, markRemainingUnused, { params: { sessionId: session.id }, body: { leftOver: total } }),
  );
  const why = whyNotAll(session);
  const { sheetsKeyed, issued, collected } = session.ledger;
  const numbers = {
    ...{ keyed: sheetsKeyed, sheets: session.announcement?.sheets ?? 0 },
    ...{ out: issued - (collected ?? 0), left },
  };
  return (
    <section>
      <h2>{t('remainTitle')}</h2>
      {why && <p>{t(why, numbers)}</p>}
      <FailureNote failure={mark.failure} />
      {why === undefined && (
        <ConfirmButton
          label={t('remainMark', { count: left })}
          sentence={t('remainSure', { count: left })}
          yes={t('remainMark', { count: left })}
          main
          busy={mark.busy}
          onConfirm={() => void mark.run()}
        />
      )}
    </section>
  );
}

/** One after the other as they are scanned, or many at once from a list. */
function ByStubs({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [last, setLast] = useState<string>();
  const params = { sessionId: session.id };
  const scans = useScans(async (serial) => {
    setLast(undefined);
    const reply = await call(connection, markUnused, { params, body: { sheets: [{ serial }] } });
    await reload();
    if (reply.ok) setLast(serial);
    return reply;
  });
  return (
    <section>
      <h2>{t('unusedByStub')}</h2>
      <StubForm sessionId={session.id} label={t('unusedLabel')} action={t('markUnused')} onSerial={scans.take} />
      <ScansNote scans={scans} />
      <DoneNote
        text={last === undefined ? undefined : t('markedUnused', { serial: last, count: session.ledger.unused })}
      />
      <details>
        <summary>{t('manyStubs')}</summary>
        <ManyStubs session={session} reload={reload} />
      </details>
    </section>
  );
}

function ManyStubs({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [text, setText] = useState('');
  useUnsaved(text);
  const [wrong, setWrong] = useState<string>();
  const [marked, setMarked] = useState<number>();
  const mark = useStepAction({ reload }, (serials: readonly string[]) => {
    const body = { sheets: serials.map((serial) => ({ serial })) };
    return call(connection, markUnused, { params: { sessionId: session.id }, body });
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    setMarked(undefined);
    const { serialOf } = await import('./stub-input.ts');
    const lines = text.split(/[\n,;]+/).filter((line) => line.trim() !== '');
    const serials = lines.map((line) => serialOf(line, session.id));
    const unread = lines.find((_, at) => serials[at] === undefined);
    setWrong(unread);
    if (unread !== undefined) return;
    const reply = await mark.run(serials.filter((serial) => serial !== undefined));
    if (!reply?.ok) return;
    setMarked(new Set(serials).size);
    setText('');
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextArea
        label={t('manyStubsLabel')}
        hint={t('manyStubsHint')}
        value={text}
        onInput={setText}
        rows={5}
        maxLength={100_000}
        required
      />
      <div role="alert">
        {wrong !== undefined && <p class="field-error">{t('noStubLine', { line: wrong.trim().slice(0, 40) })}</p>}
      </div>
      <FailureNote failure={mark.failure} />
      <DoneNote
        text={marked === undefined ? undefined : t('markedMany', { count: marked, total: session.ledger.unused })}
      />
      <p>
        <button type="submit" disabled={mark.busy || text.trim() === ''}>
          {t('markUnused')}
        </button>
      </p>
    </form>
  );
}
