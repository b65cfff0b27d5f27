import type { RankView } from '../../contract/committee/ranks.ts';
import type { RollUpView } from '../../contract/results/roll-up.ts';
import { ReadOn } from '../shared/fetch/parts-frame.tsx';
import type { Action } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly results: RollUpView['results'];
  readonly ranks: readonly RankView[];
  readonly isBusy: boolean;
  readonly more: Action<readonly [], RollUpView>;
}

const columns = ['committee', 'committeeRank', 'conference', 'date', 'form'] as const;

/** A row for each result, which opens it. */
export function RollUpResults({ results: { total, rows, next }, ranks, isBusy, more }: Props) {
  const { t, pick, language } = useTranslation(sentences);
  const tiers = rows.some((one) => one.tiers.length > 0);
  const labels = new Map(ranks.map(({ id, label }) => [id, pick(label)]));
  return (
    <section>
      <h2>{t('byCommitteeTitle')}</h2>
      <ReadOn next={next} more={more} isBusy={isBusy}>
        <p role="status">{t('resultsFound', { total })}</p>
        <TableBox name={t('byCommitteeTitle')}>
          <table class="table results-table roll-up-table">
            <thead>
              <tr>
                {columns.map((key) => (
                  <th key={key} scope="col">
                    {t(key)}
                  </th>
                ))}
                <th scope="col" class="number">
                  {t('collected')}
                </th>
                {tiers && <th scope="col">{t('tier')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ sessionId, committeeName, committeeRank, title, heldOn, formTitle, ...result }) => (
                <tr key={sessionId}>
                  <th scope="row">{committeeName}</th>
                  <td>{labels.get(committeeRank) ?? committeeRank}</td>
                  <td>
                    <a href={hashTo(sessionId)}>{title}</a>
                    {result.annulled && ` ${t('earlierAnnulled')}`}
                  </td>
                  <td>{showDate(language, heldOn)}</td>
                  <td>{pick(formTitle)}</td>
                  <td class="number">{result.collected}</td>
                  {tiers && (
                    <td>
                      <TierCounts tiers={result.tiers} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableBox>
      </ReadOn>
    </section>
  );
}

/** How many are in which tier, of those in which somebody is. */
function TierCounts({ tiers }: Pick<RollUpView['results']['rows'][number], 'tiers'>) {
  const { t, pick } = useTranslation(sentences);
  return (
    <ul class="tier-counts">
      {tiers
        .filter(({ count }) => count > 0)
        .map(({ tier, consequence, count }) => (
          <li key={tier}>{t('tierCount', { consequence: pick(consequence), count })}</li>
        ))}
    </ul>
  );
}
