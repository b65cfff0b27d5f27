import { useState } from 'preact/hooks';
import type * as z from 'zod/mini';
import { call } from '../../client/api.ts';
import { type listMyPapers, voidPhonePaper } from '../../contract/papers/papers.ts';
import type { Answer } from '../shared/fetch/answer.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../shared/forms/confirm-button.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { StateBadge } from '../shared/show/state-badge.tsx';
import type { PhonePapers } from './phone-papers.ts';
import { sentences } from './sentences.ts';

type MyPaper = z.infer<(typeof listMyPapers.replies)[200]>[number];

interface ListProps {
  readonly papers: readonly MyPaper[];
  readonly kept: PhonePapers;
  reload(): void;
}

/** One paper for each committee that has summoned me to vote. */
export function MyPapers({ papers, kept, reload }: ListProps) {
  const { t } = useTranslation(sentences);
  if (papers.length === 0) return <p class="empty">{t('noPapers')}</p>;
  return (
    <ul class="entries">
      {papers.map((paper) => (
        <li key={paper.sessionId}>
          <PaperEntry paper={paper} kept={kept} reload={reload} />
        </li>
      ))}
    </ul>
  );
}

interface EntryProps {
  readonly paper: MyPaper;
  readonly kept: PhonePapers;
  reload(): void;
}

const voting = ['issued', 'open'];

function PaperEntry({ paper, kept, reload }: EntryProps) {
  const { t, language } = useTranslation(sentences);
  const isVoting = voting.includes(paper.state);
  // Voting is over: what could vote has no business on a phone any longer.
  if (!isVoting && paper.state !== 'draft') kept.wipe(paper.sessionId);
  return (
    <>
      <h3>{paper.committeeName}</h3>
      <p>
        {paper.title} · {showDate(language, paper.heldOn)} <StateBadge state={paper.state} />
      </p>
      {paper.subject && <p class="quiet small">{t('iAmSubject')}</p>}
      {isVoting ? (
        <VotablePaper paper={paper} kept={kept} reload={reload} />
      ) : (
        <p class="quiet">{t(whenNotVoting(paper))}</p>
      )}
    </>
  );
}

function whenNotVoting({ state, received }: MyPaper) {
  if (state === 'draft') return 'paperLater';
  if (state === 'cancelled') return 'paperCancelled';
  if (state === 'unopenable') return 'paperUnopenable';
  return received === null ? 'paperNever' : 'paperOver';
}

/** What somebody can do about their paper while there is voting. */
function VotablePaper({ paper, kept, reload }: EntryProps) {
  const { t } = useTranslation(sentences);
  const link = kept.read(paper.sessionId);
  if (link !== undefined && paper.received !== null) {
    return (
      <>
        <p>{t('paperHere')}</p>
        <div class="choices">
          <button type="button" class="main-button" onClick={() => window.location.assign(link)}>
            {t('openPaper')}
          </button>
          <GiveBack paper={paper} kept={kept} reload={reload} />
        </div>
      </>
    );
  }
  if (paper.received === 'sheet') return <p>{t('sheetInHand')}</p>;
  if (paper.received === 'phone') {
    return (
      <>
        <p>{t('paperElsewhere')}</p>
        <GiveBack paper={paper} kept={kept} reload={reload} />
      </>
    );
  }
  return paper.phonePapers ? <Receive paper={paper} kept={kept} reload={reload} /> : <p>{t('sheetToCome')}</p>;
}

function Receive({ paper, kept, reload }: EntryProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [keepsNothing, setKeepsNothing] = useState(false);
  const action = useAction(async (): Promise<Answer<unknown>> => {
    const { receivePaper } = await import('./receive-paper.ts');
    const received = await receivePaper(connection, kept, paper.sessionId);
    if (received === 'keeps-nothing') setKeepsNothing(true);
    return received === 'keeps-nothing' ? { ok: true, value: undefined } : received;
  });
  const receive = async () => {
    const reply = await action.run();
    if (reply?.ok) reload();
  };
  return (
    <>
      <p>{t('mayReceive')}</p>
      {keepsNothing && (
        <p class="note alarm" role="alert">
          {t('keepsNothing')}
        </p>
      )}
      <FailureNote failure={action.failure} />
      <ConfirmButton
        main
        busy={action.busy}
        label={t('receive')}
        sentence={t('receiveAsk')}
        yes={t('receiveYes')}
        onConfirm={() => void receive()}
      />
    </>
  );
}

/** Until it has voted a phone paper can be given back, for a sheet or for another phone. */
function GiveBack({ paper, kept, reload }: EntryProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const action = useAction(() => call(connection, voidPhonePaper, { params: { sessionId: paper.sessionId } }));
  const giveBack = async () => {
    const reply = await action.run();
    if (!reply?.ok) return;
    kept.wipe(paper.sessionId);
    reload();
  };
  return (
    <div>
      <ConfirmButton
        busy={action.busy}
        label={t('giveBack')}
        sentence={t('giveBackAsk')}
        yes={t('giveBackYes')}
        onConfirm={() => void giveBack()}
      />
      <FailureNote failure={action.failure} />
    </div>
  );
}
