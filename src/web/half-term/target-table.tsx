import type { TargetChanges } from '../../domain/half-term/compare-targets.ts';
import { type ResolutionTarget, standingOf } from '../../domain/half-term/target.ts';
import { showAmount } from '../shared/half-term/show-amount.ts';
import { standingWords } from '../shared/half-term/standing-words.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { useHalfTermTranslation } from './translation.ts';

const changeWords = { added: 'changeAdded', changed: 'changeChanged', same: 'changeSame' } as const;

interface Props {
  readonly targets: readonly ResolutionTarget[];
  /** Where they are shown before they are taken. */
  readonly changes?: TargetChanges;
  /** Where they are written. */
  readonly change?: { onCorrect(index: number): void; onRemove(index: number): void };
}

/** The resolution's targets with what their numbers say. */
export function TargetTable({ targets, changes, change }: Props) {
  const { t, language } = useHalfTermTranslation();
  if (targets.length === 0) return <p class="empty">{t('noTargets')}</p>;
  return (
    <TableBox name={t('targets')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{t('targetName')}</th>
            <th scope="col">{t('target')}</th>
            <th scope="col">{t('reached')}</th>
            <th scope="col">{t('standing')}</th>
            {change && <th scope="col">{t('action')}</th>}
          </tr>
        </thead>
        <tbody>
          {targets.map((one, index) => (
            <tr key={one.name}>
              <th scope="row">
                {one.name}
                {changes && <div class="small">{t(changeWords[changes.rows[index]?.change ?? 'same'])}</div>}
              </th>
              <td>
                {t(one.direction === 'at-least' ? 'atLeastAmount' : 'atMostAmount', {
                  amount: showAmount(language, one.target, one.unit),
                })}
              </td>
              <td>{one.reached !== null && showAmount(language, one.reached, one.unit)}</td>
              <td>{t(standingWords[standingOf(one)])}</td>
              {change && (
                <td class="row-actions">
                  <button
                    type="button"
                    aria-label={t('correctOf', { name: one.name })}
                    onClick={() => change.onCorrect(index)}
                  >
                    {t('correct')}
                  </button>{' '}
                  <button
                    type="button"
                    aria-label={t('removeOf', { name: one.name })}
                    onClick={() => change.onRemove(index)}
                  >
                    {t('remove')}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
