import { call } from '../../../client/api.ts';
import { excludeSubject } from '../../../contract/session/sessions.ts';
import { choiceLabelsById } from '../../../domain/roster/choice-labels.ts';
import { nameWithYear } from '../../../domain/roster/namesakes.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';
import { Organisations } from './organisations.tsx';

type Subject = ConsoleSession['subjects'][number];
type Reasons = ConsoleSession['form']['exclusionReasons'];

/** Who or what is on the ballot. */
export function SubjectsScreen(props: StepProps) {
  return props.session.ratesOrganisations ? <Organisations {...props} /> : <Seats {...props} />;
}

/** Every seat is voted on; leaving one out takes a reason that the ballot form allows. */
function Seats({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const { exclusionReasons } = session.form;
  const mayChange = session.state === 'draft' && session.held.includes('chair');
  const labels = choiceLabelsById(session.subjects);
  return (
    <>
      <p>{t('subjectsHow')}</p>
      {exclusionReasons.length === 0 && <p class="note">{t('nobodyLeftOut')}</p>}
      <div class="table-box">
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('columnNumber')}</th>
              <th scope="col">{t('columnName')}</th>
              <th scope="col">{t('columnPosition')}</th>
              <th scope="col">{t('columnVotedOn')}</th>
            </tr>
          </thead>
          <tbody>
            {session.subjects.map((subject, index) => (
              <tr key={subject.id}>
                <td>{index + 1}</td>
                <th scope="row">{nameWithYear(subject)}</th>
                <td>{subject.position}</td>
                <td>
                  <Standing
                    session={session}
                    reload={reload}
                    subject={subject}
                    name={labels.get(subject.id) ?? subject.name}
                    reasons={exclusionReasons}
                    mayChange={mayChange && exclusionReasons.length > 0}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface StandingProps extends StepProps {
  /** Tells two of one name apart. */
  readonly name: string;
  readonly subject: Subject;
  readonly reasons: Reasons;
  readonly mayChange: boolean;
}

/** Whether somebody is voted on, or why not. */
function Standing({ session, reload, subject, name, reasons, mayChange }: StandingProps) {
  const { t, pick } = useTranslation(sentences);
  const connection = useConnection();
  const leftOut = ({ label, article }: Reasons[number]) =>
    article === undefined
      ? t('leftOut', { reason: pick(label) })
      : t('leftOutBy', { reason: pick(label), article: pick(article) });
  const action = useStepAction({ reload }, (reason: string | null) => {
    const params = { sessionId: session.id, subjectId: subject.id };
    return call(connection, excludeSubject, { params, body: { reason } });
  });
  const given = reasons.find(({ id }) => id === subject.excludedFor);
  if (!mayChange) {
    if (subject.struckFor !== null) return <>{t('struck', { reason: subject.struckFor })}</>;
    return <>{given === undefined ? t('votedOn') : leftOut(given)}</>;
  }
  return (
    <>
      <select
        aria-label={t('standingOf', { name: name })}
        disabled={action.busy}
        value={subject.excludedFor ?? ''}
        onChange={(event) => void action.run(event.currentTarget.value || null)}
      >
        <option value="">{t('votedOn')}</option>
        {reasons.map((reason) => (
          <option key={reason.id} value={reason.id}>
            {leftOut(reason)}
          </option>
        ))}
      </select>
      {/* The choice itself shows as much of a reason as it is wide. */}
      {given !== undefined && <p class="quiet small">{leftOut(given)}</p>}
      <FailureNote failure={action.failure} />
    </>
  );
}
