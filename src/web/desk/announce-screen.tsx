import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { announceCount } from '../../contract/box/box.ts';
import type { SessionView } from '../../contract/session/sessions.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { NumberField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { CodeField } from '../shared/scan/code-field.tsx';
import { ScansNote } from '../shared/scan/scans-note.tsx';
import { useScans } from '../shared/scan/use-scans.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { type Scan, scanSheet } from './scanned-sheet.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly session: SessionView;
  done(): void;
  /** Leaves the numbers announced before as they are; there is nothing to leave to before the first. */
  leave?: () => void;
}

/** Sheets from the box as they were scanned one by one, each once. */
interface Pile {
  readonly sheets: ReadonlySet<string>;
  readonly replacing: number;
  readonly last: 'counted' | 'replaces' | 'twice' | 'void' | 'not-issued' | 'no-code' | 'other-session' | undefined;
}

const emptyPile: Pile = { sheets: new Set(), replacing: 0, last: undefined };

/**
 * The tellers count before anything is keyed: each sheet is scanned, which says whether its paper has voted by phone,
 * and the numbers that follow are announced. Nobody has looked at a mark yet.
 */
export function AnnounceScreen({ session, done, leave }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [pile, setPile] = useState(emptyPile);
  const scans = useScans(async (text) => {
    const found = await scanSheet(connection, session.id, text);
    if (found.kind === 'failed') return found.failure;
    setPile((before) => withScan(before, found));
    return { ok: true, value: undefined } as const;
  });
  return (
    <>
      <section>
        <h2>{t('countTitle')}</h2>
        <p>{t('countHow')}</p>
        {leave && <p>{t('countAgainHow')}</p>}
        <CodeField label={t('scanField')} hint={t('scanHint')} focused onCode={scans.take} />
        <ScansNote scans={scans} />
        <div role="status">
          {pile.last !== undefined && (
            <p class={countedStates.has(pile.last) ? 'note' : 'note alarm'}>{t(lastSentences[pile.last])}</p>
          )}
          <p class="keyed-so-far">{t('counted', { sheets: pile.sheets.size, replacing: pile.replacing })}</p>
        </div>
      </section>
      <Announcing session={session} pile={pile} waiting={scans.waiting} done={done} />
      {leave && (
        <p>
          <button type="button" class="tool" onClick={leave}>
            {t('keepAnnounced')}
          </button>
        </p>
      )}
    </>
  );
}

const countedStates: ReadonlySet<string> = new Set(['counted', 'replaces']);
const lastSentences = {
  counted: 'lastCounted',
  replaces: 'lastReplaces',
  twice: 'lastTwice',
  void: 'sheetVoid',
  'not-issued': 'sheetNotIssued',
  'no-code': 'sheetNoCode',
  'other-session': 'sheetOtherSession',
} as const;

function withScan(pile: Pile, scan: Exclude<Scan, { kind: 'failed' }>): Pile {
  if (scan.kind !== 'sheet') return { ...pile, last: scan.kind };
  const { publicCredential, state } = scan.sheet;
  if (state.fate !== 'live') return { ...pile, last: 'void' };
  if (pile.sheets.has(publicCredential)) return { ...pile, last: 'twice' };
  const replaces = state.votedBy === 'phone';
  return {
    sheets: new Set([...pile.sheets, publicCredential]),
    replacing: pile.replacing + (replaces ? 1 : 0),
    last: replaces ? 'replaces' : 'counted',
  };
}

interface AnnouncingProps extends Props {
  readonly pile: Pile;
  /** Codes that may still change the numbers. */
  readonly waiting: number;
}

/** The numbers, filled in from the pile and open to correction: the tellers' own count is what is announced. */
function Announcing({ session, pile, waiting, done }: AnnouncingProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { ledger, announcement } = session;
  // Sheets that were keyed already are in the box, too; they are scanned again like all others.
  const onPhones = Math.max(0, (ledger.collected ?? 0) - ledger.sheetsKeyed);
  // Nothing scanned this time: the numbers announced before stand there to be corrected.
  const before = pile.sheets.size === 0 ? announcement : null;
  const [typed, setTyped] = useState<{ sheets?: number | undefined; collected?: number | undefined }>({});
  const [notIssued, setNotIssued] = useState<number | undefined>(announcement?.notIssued ?? 0);
  const sheets = 'sheets' in typed ? typed.sheets : (before?.sheets ?? pile.sheets.size);
  const reckoned = before?.collected ?? onPhones + pile.sheets.size - pile.replacing;
  const collected = 'collected' in typed ? typed.collected : reckoned;
  const { issued } = ledger;
  const complete = sheets !== undefined && collected !== undefined && notIssued !== undefined;
  const action = useAction(() =>
    call(connection, announceCount, {
      params: { sessionId: session.id },
      body: { issued, collected: collected ?? 0, sheets: sheets ?? 0, notIssued: notIssued ?? 0 },
    }),
  );
  const announce = async () => {
    const reply = await action.run();
    if (reply?.ok) done();
  };
  return (
    <section>
      <h2>{t('announceTitle')}</h2>
      <p>{t('announceIssued', { issued })}</p>
      <NumberField
        label={t('sheetsFound')}
        value={sheets}
        minimum={0}
        required
        onInput={(value) => setTyped({ ...typed, sheets: value })}
      />
      <NumberField
        label={t('collected')}
        hint={t('collectedHint', { onPhones })}
        value={collected}
        minimum={0}
        required
        onInput={(value) => setTyped({ ...typed, collected: value })}
      />
      <NumberField
        label={t('notIssued')}
        hint={t('notIssuedHint')}
        value={notIssued}
        minimum={0}
        required
        onInput={setNotIssued}
      />
      <FailureNote failure={action.failure} />
      <ConfirmButton
        main
        busy={action.busy}
        disabled={!complete || waiting > 0}
        label={t('announce')}
        yes={t('announceYes')}
        sentence={t('announceAsk', { issued, collected: collected ?? 0, sheets: sheets ?? 0 })}
        onConfirm={() => void announce()}
      />
    </section>
  );
}
