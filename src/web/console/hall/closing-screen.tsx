import { call } from '../../../client/api.ts';
import { closeSession } from '../../../contract/box/box.ts';
import { missingSentences } from '../../../contract/kit/missing.ts';
import { sheetsLeftOver } from '../../../domain/session/sheets-left-over.ts';
import type { LocalText } from '../../../domain/text/local-text.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { useFresh } from '../../shared/fetch/use-fresh.ts';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { hashTo } from '../../shared/frame/hash.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { type Sentence, sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import { hasReached } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { ForRole } from './for-role.tsx';
import { JointDecision } from './joint-decision.tsx';

/** The ledger, whether it balances, a deviation signed by chair and tellers, and closing for good. */
export function ClosingScreen(props: StepProps) {
  const { t } = useTranslation(sentences);
  const { session, reload } = props;
  useFresh(reload, 3000);
  return (
    <>
      <LedgerTable session={session} />
      {hasReached(session, 'closed') && <p class="note note-strong">{t('closedNow')}</p>}
      {session.state === 'counting' && (
        <ForRole session={session} roles={['chair']} otherwise="onlyChair">
          <Closing {...props} />
        </ForRole>
      )}
    </>
  );
}

function Closing(props: StepProps) {
  const { t } = useTranslation(sentences);
  const { session, reload } = props;
  const connection = useConnection();
  const close = useStepAction({ reload }, () => call(connection, closeSession, { params: { sessionId: session.id } }));
  const { missing, announcement } = session;
  const signed = isDeviationSigned(session);
  return (
    <>
      {announcement === null && <p class="note">{t('announcementAwaited')}</p>}
      {missing.length > 0 && <Differences problems={missing} />}
      {missing.some(({ code }) => code === 'printed-differs') && <ToUnused session={session} />}
      {missing.length > 0 && announcement !== null && signed && <p class="note note-strong">{t('deviationSigned')}</p>}
      {missing.length > 0 && announcement !== null && !signed && <Deviation {...props} />}
      <FailureNote failure={close.failure} />
      <ConfirmButton
        label={t('closingLabel')}
        sentence={t('closingAsk', { collected: session.ledger.collected ?? 0 })}
        yes={t('closingLabel')}
        main
        busy={close.busy}
        disabled={announcement === null || (missing.length > 0 && !signed)}
        onConfirm={() => void close.run()}
      />
    </>
  );
}

/** What is left of the pile is counted first: mostly that is the whole difference. */
function ToUnused({ session: { id, ledger } }: Pick<StepProps, 'session'>) {
  const { t } = useTranslation(sentences);
  const left = sheetsLeftOver(ledger) - ledger.unused;
  if (left <= 0) return null;
  return (
    <p>
      <a class="button main-button" href={hashTo(id, 'unused')}>
        {t('countUnusedFirst', { count: left })}
      </a>
    </p>
  );
}

/** For what no counting mends; open where it was proposed already. */
function Deviation(props: StepProps) {
  const { t } = useTranslation(sentences);
  const pending = props.session.decisions.some(
    ({ action, status }) => action.kind === 'close-with-deviation' && status === 'proposed',
  );
  return (
    <details open={pending}>
      <summary>{t('deviationTitle')}</summary>
      <JointDecision
        {...props}
        action={{ kind: 'close-with-deviation' }}
        label={t('deviationLabel')}
        sentence={t('deviationAsk')}
        reason=""
      />
    </details>
  );
}

/** A deviation counts for exactly the differences that were there when it was signed. */
function isDeviationSigned({ decisions, missing }: ConsoleSession): boolean {
  const signed = decisions.filter(
    ({ action, status }) => action.kind === 'close-with-deviation' && status === 'effective',
  );
  const same = (problems: ConsoleSession['missing'] = []) => JSON.stringify(problems) === JSON.stringify(missing);
  return same(signed[signed.length - 1]?.problems as ConsoleSession['missing'] | undefined);
}

const known: Readonly<Record<string, LocalText>> = missingSentences;

function Differences({ problems }: { readonly problems: ConsoleSession['missing'] }) {
  const { t, pick } = useTranslation(sentences);
  return (
    <div class="note alarm" role="status">
      <p>{t('ledgerDiffers')}</p>
      <ul>
        {problems.map(({ code, about }) => (
          <li key={code}>
            {pick(known[code] ?? { vi: code, en: code })} {about && <strong class="nowrap">{about}</strong>}
          </li>
        ))}
      </ul>
    </div>
  );
}

const ledgerLines = [
  ['printed', 'ledgerPrinted'],
  ['handedOut', 'ledgerHandedOut'],
  ['unused', 'ledgerUnused'],
  ['void', 'ledgerVoid'],
  ['phone', 'ledgerPhone'],
  ['issued', 'numberIssued'],
  ['collected', 'numberCollected'],
  ['notReturned', 'ledgerNotReturned'],
  ['sheetsKeyed', 'numberSheetsKeyed'],
  ['present', 'ledgerPresent'],
] as const satisfies readonly (readonly [keyof ConsoleSession['ledger'], Sentence])[];

function LedgerTable({ session }: { readonly session: ConsoleSession }) {
  const { t } = useTranslation(sentences);
  return (
    <table class="table narrow">
      <caption>{t('ledger')}</caption>
      <tbody>
        {ledgerLines.map(([key, title]) => (
          <tr key={key}>
            <th scope="row">{t(title)}</th>
            <td class="number">{session.ledger[key]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
