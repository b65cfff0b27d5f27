import type { LocalText } from '../../domain/local-text.ts';
import { useSpeech } from '../shared/sentences.ts';
import { TableBox } from '../shared/table-box.tsx';
import { sentences } from './sentences.ts';
import type { WrittenTerms } from './terms.ts';

interface Props {
  readonly levels: readonly { readonly id: string; readonly label: LocalText }[];
  readonly deadlines: WrittenTerms['deadlines'];
  onInput(deadlines: WrittenTerms['deadlines']): void;
}

/** One line for each level; a level without a day does not take part. */
export function DeadlineFields({ levels, deadlines, onInput }: Props) {
  const { say, own } = useSpeech(sentences);
  const nothing = { by: '', reportBy: '' };
  return (
    <fieldset class="field part">
      <legend>{say('deadlinesTitle')}</legend>
      <p class="quiet small hint">{say('deadlinesHint')}</p>
      <TableBox name={say('deadlinesTitle')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{say('level')}</th>
              <th scope="col">{say('voteBy')}</th>
              <th scope="col">{say('reportBy')}</th>
            </tr>
          </thead>
          <tbody>
            {levels.map(({ id, label }) => {
              const line = deadlines[id] ?? nothing;
              return (
                <tr key={id}>
                  <th scope="row">{own(label)}</th>
                  {(['by', 'reportBy'] as const).map((day) => (
                    <td key={day}>
                      <input
                        type="date"
                        aria-label={`${own(label)}: ${say(day === 'by' ? 'voteBy' : 'reportBy')}`}
                        value={line[day]}
                        onInput={(event) =>
                          onInput({ ...deadlines, [id]: { ...line, [day]: event.currentTarget.value } })
                        }
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableBox>
    </fieldset>
  );
}
