import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import {
  giveUpPhonePapers,
  handOut,
  handOutAll,
  takeBack,
  voidVotersPhonePaper,
} from '../../../contract/papers/papers.ts';
import { choiceLabelsById } from '../../../domain/roster/choice-labels.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { ConfirmButton } from '../../shared/forms/confirm-button.tsx';
import { CheckField } from '../../shared/forms/fields.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import { hasReached } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { Figures } from './figures.tsx';
import { RollSearch, useRollSearch } from './roll-search.tsx';

type Voter = ConsoleSession['roll'][number];

/** Ticks who has received a paper; which one, nobody writes down. */
export function HandOutScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const [onlyWithout, setOnlyWithout] = useState(false);
  const offered = onlyWithout ? session.roll.filter(({ received }) => received === null) : session.roll;
  const search = useRollSearch(offered);
  const without = session.roll.filter(({ received }) => received === null).length;
  const labels = choiceLabelsById(session.roll);
  return (
    <>
      <p>{t('handOutHow')}</p>
      <Figures session={session} />
      {session.lostPhonePapers > 0 && <LostPhonePapers session={session} reload={reload} />}
      <p role="status">{t('withoutPaper', { count: without, total: session.roll.length })}</p>
      <RollSearch search={search}>
        <CheckField label={t('onlyWithout')} value={onlyWithout} onInput={setOnlyWithout} />
      </RollSearch>
      {search.text === '' && without > 1 && session.sheetsLeft >= without && (
        <GiveToAll session={session} reload={reload} />
      )}
      <div class="table-box">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('columnName')}</th>
              <th scope="col">{t('columnPosition')}</th>
              <th scope="col">{t('columnPaper')}</th>
            </tr>
          </thead>
          <tbody>
            {search.shown.map((voter) => (
              <VoterRow
                key={voter.id}
                session={session}
                reload={reload}
                voter={voter}
                name={labels.get(voter.id) ?? voter.name}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** After a restore, or with the disk of the keys not connected. */
function LostPhonePapers({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const count = session.lostPhonePapers;
  const giveUp = useStepAction({ reload }, () =>
    call(connection, giveUpPhonePapers, { params: { sessionId: session.id } }),
  );
  return (
    <section class="note note-strong">
      <h2>{t('lostPhonesTitle', { count })}</h2>
      <p>{t('lostPhonesWhy')}</p>
      {session.state === 'issued' ? (
        <>
          <p>{t('lostPhonesGiveUpHow')}</p>
          <FailureNote failure={giveUp.failure} />
          <ConfirmButton
            label={t('lostPhonesGiveUp', { count })}
            sentence={t('lostPhonesGiveUpSure', { count })}
            yes={t('lostPhonesGiveUpYes')}
            busy={giveUp.busy}
            onConfirm={() => void giveUp.run()}
          />
        </>
      ) : (
        <p>{t('lostPhonesOpenHow')}</p>
      )}
    </section>
  );
}

/** A pile that went round the hall: one question instead of a press for everybody. */
function GiveToAll({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const voterIds = session.roll.filter(({ received }) => received === null).map(({ id }) => id);
  const give = useStepAction({ reload }, () =>
    call(connection, handOutAll, { params: { sessionId: session.id }, body: { voterIds } }),
  );
  const count = voterIds.length;
  if (hasReached(session, 'counting')) return null;
  return (
    <>
      <FailureNote failure={give.failure} />
      <ConfirmButton
        label={t('giveToAll', { count })}
        sentence={t('giveToAllSure', { count })}
        yes={t('giveToAllYes')}
        busy={give.busy}
        onConfirm={() => void give.run()}
      />
    </>
  );
}

/** `name` tells two of one name apart. */
function VoterRow({ session, reload, voter, name }: StepProps & { readonly voter: Voter; readonly name: string }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const params = { sessionId: session.id, voterId: voter.id };
  const give = useStepAction({ reload }, () => call(connection, handOut, { params }));
  const takeSheet = useStepAction({ reload }, () => call(connection, takeBack, { params }));
  const voidPhone = useStepAction({ reload }, () => call(connection, voidVotersPhonePaper, { params }));
  const busy = give.busy || takeSheet.busy || voidPhone.busy;
  return (
    <tr>
      <th scope="row">{voter.name}</th>
      <td>{voter.position}</td>
      <td>
        {voter.received === null && !hasReached(session, 'counting') && (
          <button type="button" disabled={busy} aria-label={t('giveSheetTo', { name })} onClick={() => void give.run()}>
            {t('giveSheet')}
          </button>
        )}
        {voter.received === 'sheet' && (
          <>
            <p class="received">{t('receivedSheet')}</p>
            <ConfirmButton
              label={t('takeSheetBack', { name })}
              sentence={t('takeSheetBackSure', { name })}
              yes={t('takeSheetBackYes')}
              busy={busy}
              onConfirm={() => void takeSheet.run()}
            />
          </>
        )}
        {voter.received === 'phone' && (
          <>
            <p class="received">{t('receivedPhone')}</p>
            <ConfirmButton
              label={t('voidPhone', { name })}
              sentence={t('voidPhoneSure', { name })}
              yes={t('voidPhoneYes')}
              busy={busy}
              onConfirm={() => void voidPhone.run()}
            />
          </>
        )}
        <FailureNote failure={give.failure ?? takeSheet.failure ?? voidPhone.failure} />
      </td>
    </tr>
  );
}
