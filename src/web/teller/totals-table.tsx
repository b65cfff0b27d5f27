import type { TellerView } from '../../contract/session/teller-view.ts';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly totals: NonNullable<TellerView['totals']>;
}

/** The counts that the tellers opened; what they mean stands in the minutes and on the result's own page. */
export function TotalsTable({ totals }: Props) {
  const { t, pick } = useTellerTranslation();
  const { levels, subjects, collected, invalid, issued } = totals;
  return (
    <section>
      <h2>{t('totalsTitle')}</h2>
      <p class="figures">{t('totalsLedger', { issued, collected, invalid })}</p>
      <ol class="totals">
        {subjects.map((subject) => (
          <li key={`${subject.name} ${subject.position}`}>
            <p>
              <strong>{subject.name}</strong>
              <br />
              <span class="quiet small">{subject.position}</span>
            </p>
            <dl>
              {levels.map(({ id, label }) => (
                <div key={id}>
                  <dt>{pick(label)}</dt>
                  <dd>{subject.levels[id]?.count ?? 0}</dd>
                </div>
              ))}
              <div>
                <dt>{t('invalidLines')}</dt>
                <dd>{subject.invalid}</dd>
              </div>
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}
