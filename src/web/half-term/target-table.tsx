import { type ResolutionTarget, standingOf } from '../../domain/half-term/target.ts';
import { useSpeech } from '../shared/sentences.ts';
import { TableBox } from '../shared/table-box.tsx';
import { sentences } from './sentences.ts';

const standings = { exceeded: 'exceeded', met: 'met', 'not-met': 'notMet', 'not-known': 'notKnown' } as const;

interface Props {
  readonly targets: readonly ResolutionTarget[];
  /** Where they are written. */
  readonly change?: { onCorrect(index: number): void; onRemove(index: number): void };
}

/** The resolution's targets with what their numbers say. */
export function TargetTable({ targets, change }: Props) {
  const { say, language } = useSpeech(sentences);
  if (targets.length === 0) return <p class="empty">{say('noTargets')}</p>;
  const shown = (number: number) => number.toLocaleString(language, { maximumFractionDigits: 10 });
  return (
    <TableBox name={say('targets')}>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{say('targetName')}</th>
            <th scope="col">{say('target')}</th>
            <th scope="col">{say('reached')}</th>
            <th scope="col">{say('standing')}</th>
            {change && <th scope="col">{say('action')}</th>}
          </tr>
        </thead>
        <tbody>
          {targets.map((one, index) => (
            <tr key={one.name}>
              <th scope="row">
                {one.name}
                {one.unit !== '' && <span class="quiet small hint-line">{one.unit}</span>}
              </th>
              <td>
                {say(one.direction === 'at-least' ? 'atLeastNumber' : 'atMostNumber', { number: shown(one.target) })}
              </td>
              <td class="number">{one.reached !== null && shown(one.reached)}</td>
              <td>{say(standings[standingOf(one)])}</td>
              {change && (
                <td>
                  <button
                    type="button"
                    aria-label={say('correctOf', { name: one.name })}
                    onClick={() => change.onCorrect(index)}
                  >
                    {say('correct')}
                  </button>{' '}
                  <button
                    type="button"
                    aria-label={say('removeOf', { name: one.name })}
                    onClick={() => change.onRemove(index)}
                  >
                    {say('remove')}
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
