import type { RankView } from '../../contract/committee/ranks.ts';
import type { RollUpView } from '../../contract/results/roll-up.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { PagedList } from '../shared/show/paged-list.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly results: RollUpView['results'];
  readonly ranks: readonly RankView[];
  readonly page: number;
  readonly size: number;
  readonly isBusy: boolean;
  setPage(page: number): void;
}

const columns = ['committee', 'committeeRank', 'conference', 'date', 'form'] as const;

/** A row for each result, which opens it. */
export function RollUpResults({ results: { total, rows }, ranks, page, size, isBusy, setPage }: Props) {
  const { say, own, language } = useTranslation(sentences);
  const tiers = rows.some((one) => one.tiers.length > 0);
  const labels = new Map(ranks.map(({ id, label }) => [id, own(label)]));
  return (
    <section>
      <h2>{say('byCommitteeTitle')}</h2>
      <PagedList page={page} size={size} total={total} isBusy={isBusy} setPage={setPage}>
        <p role="status">{say('resultsFound', { total })}</p>
        <TableBox name={say('byCommitteeTitle')}>
          <table class="table results-table roll-up-table">
            <thead>
              <tr>
                {columns.map((key) => (
                  <th key={key} scope="col">
                    {say(key)}
                  </th>
                ))}
                <th scope="col" class="number">
                  {say('collected')}
                </th>
                {tiers && <th scope="col">{say('tier')}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ sessionId, committeeName, committeeRank, title, heldOn, formTitle, ...result }) => (
                <tr key={sessionId}>
                  <th scope="row">{committeeName}</th>
                  <td>{labels.get(committeeRank) ?? committeeRank}</td>
                  <td>
                    <a href={hashTo(sessionId)}>{title}</a>
                    {result.annulled && ` ${say('earlierAnnulled')}`}
                  </td>
                  <td>{showDate(language, heldOn)}</td>
                  <td>{own(formTitle)}</td>
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
      </PagedList>
    </section>
  );
}

/** How many are in which tier, of those in which somebody is. */
function TierCounts({ tiers }: Pick<RollUpView['results']['rows'][number], 'tiers'>) {
  const { say, own } = useTranslation(sentences);
  return (
    <ul class="tier-counts">
      {tiers
        .filter(({ count }) => count > 0)
        .map(({ tier, consequence, count }) => (
          <li key={tier}>{say('tierCount', { consequence: own(consequence), count })}</li>
        ))}
    </ul>
  );
}
