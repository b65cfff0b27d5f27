import type { RollUpSession } from '../../contract/roll-up.ts';
import { hashTo } from '../shared/hash.ts';
import { useSpeech } from '../shared/sentences.ts';
import { showDate } from '../shared/show-date.ts';
import { useLevels } from '../shared/use-levels.ts';
import { sentences } from './sentences.ts';

/** A row for each result, which opens it. */
export function RollUpSessions({ sessions }: { readonly sessions: readonly RollUpSession[] }) {
  const { say, own, language } = useSpeech(sentences);
  const labels = new Map(useLevels().map(({ id, label }) => [id, own(label)]));
  return (
    <section>
      <h2>{say('byCommitteeTitle')}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls this box by its focus */}
      <section class="table-box" tabIndex={0} aria-label={say('byCommitteeTitle')}>
        <table class="table results-table roll-up-table">
          <thead>
            <tr>
              {(['committee', 'committeeLevel', 'conference', 'date', 'form'] as const).map((key) => (
                <th key={key} scope="col">
                  {say(key)}
                </th>
              ))}
              <th scope="col" class="number">
                {say('collected')}
              </th>
              <th scope="col">{say('tier')}</th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ sessionId, committee, committeeLevel, title, heldOn, formTitle, ...session }) => (
              <tr key={sessionId}>
                <th scope="row">{committee}</th>
                <td>{labels.get(committeeLevel) ?? committeeLevel}</td>
                <td>
                  <a href={hashTo(sessionId)}>{title}</a>
                  {session.annulled && ` ${say('earlierAnnulled')}`}
                </td>
                <td>{showDate(language, heldOn)}</td>
                <td>{own(formTitle)}</td>
                <td class="number">{session.collected}</td>
                <td>
                  <ul class="tier-counts">
                    {session.tiers
                      .filter(({ count }) => count > 0)
                      .map(({ tier, consequence, count }) => (
                        <li key={tier}>{say('tierCount', { consequence: own(consequence), count })}</li>
                      ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
