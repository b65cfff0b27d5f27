import type { ReviewView } from '../../contract/half-term.ts';
import { useSpeech } from '../shared/sentences.ts';
import { sentences } from './sentences.ts';
import { TargetTable } from './target-table.tsx';

/** A review for those who only read it. */
export function ShownReview({ view }: { readonly view: ReviewView }) {
  const { say } = useSpeech(sentences);
  const { halfTerm, yearEnd } = view.attendance;
  const linesOf = (list: ReviewView['causes'], id: string) => list.filter(({ weaknessId }) => weaknessId === id);
  return (
    <>
      <section>
        <h2>{say('targets')}</h2>
        <TargetTable targets={view.targets} />
      </section>
      <section>
        <h2>{say('weaknesses')}</h2>
        <ol class="entries">
          {view.weaknesses.map(({ id, text }) => (
            <li key={id}>
              <p class="wording">{text}</p>
              <Lines name={say('causes')} list={linesOf(view.causes, id)} />
              <Lines name={say('remedies')} list={linesOf(view.remedies, id)} />
            </li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{say('conference')}</h2>
        {view.conference.days !== null && <p>{say('lasts', { days: view.conference.days })}</p>}
        <ul class="entries">
          {view.conference.agenda.map(({ time, item }) => (
            <li key={`${time} ${item}`}>
              {time} {item}
            </li>
          ))}
        </ul>
        {halfTerm && <p>{say('halfTermAttended', { ...halfTerm })}</p>}
        {yearEnd && <p>{say('yearEndAttended', { ...yearEnd })}</p>}
      </section>
      <section>
        <h2>{say('groups')}</h2>
        <ul class="entries">
          {view.groups.map(({ name, chair, notes }) => (
            <li key={`${name} ${chair}`}>
              <strong>{name}</strong> · {chair}
              <p class="wording">{notes}</p>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Lines({ name, list }: { readonly name: string; readonly list: ReviewView['causes'] }) {
  if (list.length === 0) return null;
  return (
    <>
      <p class="quiet small">{name}</p>
      <ul>
        {list.map(({ text }) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}
