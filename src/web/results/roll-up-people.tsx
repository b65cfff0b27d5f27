import type { RollUpView } from '../../contract/results/roll-up.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { TextField } from '../shared/forms/fields.tsx';
import { hashTo } from '../shared/frame/hash.ts';
import { PagedList } from '../shared/show/paged-list.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { ReachedTier } from './reached-tier.tsx';
import { sentences } from './sentences.ts';
import { Counts } from './vote-line.tsx';

interface Props {
  readonly committeeId: CommitteeId;
  readonly people: RollUpView['people'];
  readonly search: string;
  readonly page: number;
  readonly size: number;
  readonly isBusy: boolean;
  onSearch(search: string): void;
  setPage(page: number): void;
}

/** A row for each person with their latest result of those that fit. */
export function RollUpPeople({ committeeId, people, search, onSearch, ...paging }: Props) {
  const { t } = useTranslation(sentences);
  const { total, rows } = people;
  const tiers = rows.some(({ latest }) => latest.consequence !== null);
  return (
    <section>
      <h2>{t('byPersonTitle')}</h2>
      <p>{t('byPersonPurpose')}</p>
      <div class="no-print sort">
        <TextField label={t('findPerson')} type="search" value={search} onInput={onSearch} maxLength={100} />
      </div>
      <PagedList {...paging} total={total}>
        <p role="status">{t('peopleFound', { total })}</p>
        {total > 0 && (
          <TableBox name={t('byPersonTitle')}>
            <table class="table results-table roll-up-table">
              <thead>
                <tr>
                  {(['person', 'committee', 'latest'] as const).map((key) => (
                    <th key={key} scope="col">
                      {t(key)}
                    </th>
                  ))}
                  {tiers && <th scope="col">{t('tier')}</th>}
                  <th scope="col" class="number">
                    {t('results')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {rows.map((person) => (
                  <PersonRow key={person.personId} committeeId={committeeId} person={person} tiers={tiers} />
                ))}
              </tbody>
            </table>
          </TableBox>
        )}
      </PagedList>
    </section>
  );
}

interface RowProps {
  readonly committeeId: CommitteeId;
  readonly person: RollUpView['people']['rows'][number];
  readonly tiers: boolean;
}

function PersonRow({ committeeId, person: { personId, name, results, latest }, tiers }: RowProps) {
  const { t, language } = useTranslation(sentences);
  return (
    <tr>
      <th scope="row">
        <a href={hashTo('roll-up', committeeId, personId)}>{name}</a>
        <span class="position">{latest.position}</span>
      </th>
      <td>
        {latest.committeeName}
        <span class="position">
          {showDate(language, latest.heldOn)}
          {latest.annulled && ` ${t('earlierAnnulled')}`}
        </span>
      </td>
      <td>
        <Counts vote={latest} figures={{ levels: latest.counts }} />
      </td>
      {tiers && (
        <td>
          <ReachedTier {...latest} />
        </td>
      )}
      <td class="number">{results}</td>
    </tr>
  );
}
