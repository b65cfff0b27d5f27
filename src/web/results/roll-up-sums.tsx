import type { RankView } from '../../contract/committee/ranks.ts';
import type { RollUpView } from '../../contract/results/roll-up.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly view: Pick<RollUpView, 'tiers' | 'committeeRanks'>;
  readonly ranks: readonly RankView[];
}

/** Sums over all results that fit. */
export function RollUpSums({ view, ranks }: Props) {
  const { say } = useTranslation(sentences);
  return (
    <section>
      <h2>{say('sumsTitle')}</h2>
      <p>{say('sumsPurpose')}</p>
      {view.tiers.length > 0 && <TierSums view={view} />}
      <RankSums view={view} ranks={ranks} />
    </section>
  );
}

function TierSums({ view: { tiers } }: Pick<Props, 'view'>) {
  const { say, own } = useTranslation(sentences);
  return (
    <TableBox name={say('tiersTitle')}>
      <table class="table">
        <caption>{say('tiersTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('tier')}</th>
            <th scope="col">{say('form')}</th>
            <th scope="col" class="number">
              {say('people')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.map(({ form, formTitle, tier, article, consequence, count }) => (
            <tr key={`${form} ${tier}`}>
              <th scope="row">
                {own(consequence)}
                {article && ` (${own(article)})`}
              </th>
              <td>{own(formTitle)}</td>
              <td class="number">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function RankSums({ view: { committeeRanks: counted, tiers }, ranks }: Props) {
  const columns: readonly ('results' | 'people' | 'concerned')[] =
    tiers.length > 0 ? ['results', 'people', 'concerned'] : ['results', 'people'];
  const { say, own } = useTranslation(sentences);
  const labels = new Map(ranks.map(({ id, label }) => [id, own(label)]));
  return (
    <TableBox name={say('ranksTitle')}>
      <table class="table">
        <caption>{say('ranksTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('committeeRank')}</th>
            {columns.map((key) => (
              <th key={key} scope="col" class="number">
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {counted.map(({ rank, results, subjects, concerned }) => (
            <tr key={rank}>
              <th scope="row">{labels.get(rank) ?? rank}</th>
              <td class="number">{results}</td>
              <td class="number">{subjects}</td>
              {columns.includes('concerned') && <td class="number">{concerned}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
