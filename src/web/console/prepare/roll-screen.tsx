import { call } from '../../../client/api.ts';
import { removeParticipant } from '../../../contract/session/sessions.ts';
import { choiceLabelsById } from '../../../domain/roster/choice-labels.ts';
import { nameWithYear } from '../../../domain/roster/namesakes.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLater } from '../../shared/fetch/use-later.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { AddParticipant } from './add-participant.tsx';
import { RollSearch, useRollSearch } from './roll-search.tsx';

/** Who may vote: the seat holders, and others who were summoned. */
export function RollScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const list = useLater(() => import('./import-participants.tsx'));
  const past = useLater(() => import('./roll-imports.tsx'));
  const mayChange = session.state === 'draft' && (session.held.includes('chair') || session.held.includes('office'));
  const listed: readonly Listed[] = [
    ...session.roll,
    ...session.nonVoters.map((one) => ({ ...one, kind: 'non-voter' as const })),
  ];
  const search = useRollSearch(listed);
  const labels = choiceLabelsById(listed);
  const seats = session.roll.filter(({ kind }) => kind === 'seat').length;
  return (
    <>
      <p>{t('rollHow')}</p>
      {session.state !== 'draft' && <p class="note">{t('frozen')}</p>}
      <p>{t('rollCount', { total: session.roll.length, seats, others: session.roll.length - seats })}</p>
      {session.nonVoters.length > 0 && <p>{t('nonVotersCount', { count: session.nonVoters.length })}</p>}
      {mayChange && (
        <>
          <Loaded of={list}>
            {({ ImportParticipants }) => <ImportParticipants session={session} reload={reload} />}
          </Loaded>
          <AddParticipant session={session} reload={reload} />
          <Loaded of={past}>{({ RollImports }) => <RollImports session={session} reload={reload} />}</Loaded>
        </>
      )}
      <h2>{t('rollTitle')}</h2>
      <RollSearch search={search} />
      <div class="table-box">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('columnName')}</th>
              <th scope="col">{t('columnPosition')}</th>
              <th scope="col">{t('columnKind')}</th>
            </tr>
          </thead>
          <tbody>
            {search.shown.map((voter) => (
              <RollRow
                key={voter.id}
                session={session}
                reload={reload}
                voter={voter}
                mayChange={mayChange}
                name={labels.get(voter.id) ?? voter.name}
              />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type Listed = Pick<ConsoleSession['roll'][number], 'id' | 'name' | 'birthYear' | 'position'> & {
  readonly kind: 'seat' | 'participant' | 'non-voter';
};

const kinds = { seat: 'seatHolder', participant: 'participant', 'non-voter': 'nonVoter' } as const;

interface RowProps extends StepProps {
  readonly voter: Listed;
  /** Tells two of one name apart. */
  readonly name: string;
  readonly mayChange: boolean;
}

function RollRow({ session, reload, voter, name, mayChange }: RowProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const action = useStepAction({ reload }, () =>
    call(connection, removeParticipant, { params: { sessionId: session.id, voterId: voter.id } }),
  );
  return (
    <tr>
      <th scope="row">{nameWithYear(voter)}</th>
      <td>{voter.position}</td>
      <td>
        {t(kinds[voter.kind])}
        {mayChange && voter.kind !== 'seat' && (
          <>
            {' '}
            <button
              type="button"
              class="tool"
              disabled={action.busy}
              aria-label={t('removePerson', { name })}
              onClick={() => void action.run()}
            >
              {t('remove')}
            </button>
          </>
        )}
        <FailureNote failure={action.failure} />
      </td>
    </tr>
  );
}
