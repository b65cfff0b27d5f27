import type { RollUpView } from '../../contract/results/roll-up.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { ReadOn } from '../shared/fetch/parts-frame.tsx';
import { TextField } from '../shared/forms/fields.tsx';
import type { Action } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
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
  readonly isBusy: boolean;
  readonly more: Action<readonly [], RollUpView>;
  onSearch(search: string): void;
}

/** A row for each person with their latest result of those that fit. */
export function RollUpPeople({ committeeId, people, search, onSearch, isBusy, more }: Props) {
  const { t } = useTranslation(sentences);
  const { total, rows, next } = people;
  const tiers = rows.some(({ latest }) => latest.consequence !== null);
  return (
    <section>
      <h2>{t('byPersonTitle')}</h2>
      <p>{t('byPersonPurpose')}</p>
      <div class="no-print sort">
        <TextField label={t('findPerson')} type="search" value={search} onInput={onSearch} maxLength={100} />
      </div>
      <ReadOn next={next} more={more} isBusy={isBusy}>
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
      </ReadOn>
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
