import type { PlanView } from '../../contract/plans/plans.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate, showMoment } from '../shared/show/show-date.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { type AmendableView, amendedLines } from './amended-lines.ts';
import type { ShownRank } from './rank-label.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly plan: PlanView;
  readonly ranks: readonly ShownRank[];
}

/** Every amendment, the latest first: since when, by which paper, and what stood there before. */
export function Amendments({ plan, ranks }: Props) {
  const { t, language } = useTranslation(sentences);
  if (plan.amendments.length === 0) return null;
  const steps = plan.amendments.map((amendment, index) => ({
    amendment,
    after: plan.amendments[index + 1]?.before ?? plan,
  }));
  return (
    <section>
      <h2>{t('amendmentsTitle')}</h2>
      {steps.toReversed().map(({ amendment, after }) => (
        <article key={amendment.at}>
          <h3>
            {amendment.number === null
              ? t('amendedOn', { date: showDate(language, amendment.date) })
              : t('numberAndDate', { number: amendment.number, date: showDate(language, amendment.date) })}
          </h3>
          <p class="quiet small">
            {t('amendedBy', { name: amendment.by.name, at: showMoment(language, amendment.at) })}
          </p>
          <p class="wording">{amendment.summary}</p>
          <Changes name={t('changesTitle')} before={amendment.before} after={after} ranks={ranks} />
        </article>
      ))}
    </section>
  );
}

interface ChangesProps {
  readonly name: string;
  readonly before: AmendableView;
  readonly after: AmendableView;
  readonly ranks: readonly ShownRank[];
}

function Changes({ name, before, after, ranks }: ChangesProps) {
  const translation = useTranslation(sentences);
  const { t } = translation;
  const lines = amendedLines(translation, before, after, ranks);
  if (lines.length === 0) return <p class="quiet">{t('nothingChanged')}</p>;
  return (
    <TableBox name={name}>
      <table class="table changes">
        <caption>{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('changedPart')}</th>
            <th scope="col">{t('before')}</th>
            <th scope="col">{t('after')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.part} ${line.about}`}>
              <th scope="row">
                {line.part}
                {line.about !== '' && (
                  <>
                    <br />
                    <span class="small">{line.about}</span>
                  </>
                )}
              </th>
              <td class="wording">{line.before === null ? t('wasNotThere') : line.before}</td>
              <td class="wording">{line.after === null ? t('leftOut') : line.after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
