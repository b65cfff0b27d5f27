import type { PlanView } from '../../contract/plans/plans.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { committeeText } from './committee-text.ts';
import { conferenceLengthText } from './conference-length-text.ts';
import { rankLabel, type ShownRank } from './rank-label.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly plan: PlanView;
  readonly ranks: readonly ShownRank[];
}

/** Deadlines, pilot committees, the steering committee, and who attends which conference. */
export function PlanTables({ plan, ranks }: Props) {
  const speech = useTranslation(sentences);
  const { say, own, language } = speech;
  const namesLength = plan.deadlines.some(({ conferenceDays }) => conferenceDays);
  const lengthHead = namesLength ? [say('conferenceDays')] : [];
  return (
    <>
      <section>
        <h2>{say('deadlinesTitle')}</h2>
        {plan.deadlines.length === 0 && <p class="empty">{say('noDeadlines')}</p>}
        {plan.deadlines.length > 0 && (
          <Table name={say('deadlinesTitle')} heads={[say('rank'), say('voteBy'), say('reportBy'), ...lengthHead]}>
            {plan.deadlines.map(({ rank, by, reportBy, conferenceDays }) => [
              rankLabel(own, ranks, rank),
              showDate(language, by),
              reportBy === null ? say('withTheVote') : showDate(language, reportBy),
              ...(namesLength ? [conferenceDays ? conferenceLengthText(speech, conferenceDays) : say('asUsual')] : []),
            ])}
          </Table>
        )}
      </section>
      {plan.pilots.length > 0 && (
        <section>
          <h2>{say('pilotsTitle')}</h2>
          <Table name={say('pilotsTitle')} heads={[say('committee'), say('voteBy')]}>
            {plan.pilots.map(({ by, ...pilot }) => [
              committeeText(speech, pilot),
              by === null ? say('asItsRank') : showDate(language, by),
            ])}
          </Table>
        </section>
      )}
      {plan.steering.length > 0 && (
        <section>
          <h2>{say('steeringTitle')}</h2>
          <Table name={say('steeringTitle')} heads={[say('fullName'), say('role')]}>
            {plan.steering.map((one) => [nameWithYear(one), one.role])}
          </Table>
        </section>
      )}
      {plan.attending.length > 0 && (
        <section>
          <h2>{say('attendingTitle')}</h2>
          <Table name={say('attendingTitle')} heads={[say('committee'), say('fullName')]}>
            {plan.attending.map((one) => [committeeText(speech, one), nameWithYear(one)])}
          </Table>
        </section>
      )}
    </>
  );
}

interface TableProps {
  /** What stands over it. */
  readonly name: string;
  readonly heads: readonly string[];
  readonly children: readonly string[][];
}

function Table({ name, heads, children }: TableProps) {
  return (
    <TableBox name={name}>
      <table class="table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {children.map(([first, ...rest]) => (
            <tr key={`${first} ${rest.join(' ')}`}>
              <th scope="row">{first}</th>
              {rest.map((cell, column) => (
                <td key={heads[column + 1]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
