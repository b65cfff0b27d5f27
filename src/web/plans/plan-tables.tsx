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
  const translation = useTranslation(sentences);
  const { t, pick, language } = translation;
  const namesLength = plan.deadlines.some(({ conferenceDays }) => conferenceDays);
  const lengthHead = namesLength ? [t('conferenceDays')] : [];
  return (
    <>
      <section>
        <h2>{t('deadlinesTitle')}</h2>
        {plan.deadlines.length === 0 && <p class="empty">{t('noDeadlines')}</p>}
        {plan.deadlines.length > 0 && (
          <Table name={t('deadlinesTitle')} heads={[t('rank'), t('voteBy'), t('reportBy'), ...lengthHead]}>
            {plan.deadlines.map(({ rank, by, reportBy, conferenceDays }) => [
              rankLabel(pick, ranks, rank),
              showDate(language, by),
              reportBy === null ? t('withTheVote') : showDate(language, reportBy),
              ...(namesLength
                ? [conferenceDays ? conferenceLengthText(translation, conferenceDays) : t('asUsual')]
                : []),
            ])}
          </Table>
        )}
      </section>
      {plan.pilots.length > 0 && (
        <section>
          <h2>{t('pilotsTitle')}</h2>
          <Table name={t('pilotsTitle')} heads={[t('committee'), t('voteBy')]}>
            {plan.pilots.map(({ by, ...pilot }) => [
              committeeText(translation, pilot),
              by === null ? t('asItsRank') : showDate(language, by),
            ])}
          </Table>
        </section>
      )}
      {plan.steering.length > 0 && (
        <section>
          <h2>{t('steeringTitle')}</h2>
          <Table name={t('steeringTitle')} heads={[t('fullName'), t('role')]}>
            {plan.steering.map((one) => [nameWithYear(one), one.role])}
          </Table>
        </section>
      )}
      {plan.attending.length > 0 && (
        <section>
          <h2>{t('attendingTitle')}</h2>
          <Table name={t('attendingTitle')} heads={[t('committee'), t('fullName')]}>
            {plan.attending.map((one) => [committeeText(translation, one), nameWithYear(one)])}
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
