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
  const { t } = useTranslation(sentences);
  return (
    <section>
      <h2>{t('sumsTitle')}</h2>
      <p>{t('sumsPurpose')}</p>
      {view.tiers.length > 0 && <TierSums view={view} />}
      <RankSums view={view} ranks={ranks} />
    </section>
  );
}

function TierSums({ view: { tiers } }: Pick<Props, 'view'>) {
  const { t, pick } = useTranslation(sentences);
  return (
    <TableBox name={t('tiersTitle')}>
      <table class="table">
        <caption>{t('tiersTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('tier')}</th>
            <th scope="col">{t('form')}</th>
            <th scope="col" class="number">
              {t('people')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tiers.map(({ formId, formTitle, tier, article, consequence, count }) => (
            <tr key={`${formId} ${tier}`}>
              <th scope="row">
                {pick(consequence)}
                {article && ` (${pick(article)})`}
              </th>
              <td>{pick(formTitle)}</td>
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
  const { t, pick } = useTranslation(sentences);
  const labels = new Map(ranks.map(({ id, label }) => [id, pick(label)]));
  return (
    <TableBox name={t('ranksTitle')}>
      <table class="table">
        <caption>{t('ranksTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('committeeRank')}</th>
            {columns.map((key) => (
              <th key={key} scope="col" class="number">
                {t(key)}
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
