import type { RollUpSession } from '../../contract/roll-up.ts';
import { countLevels, countTiers } from '../../domain/roll-up.ts';
import { useSpeech } from '../shared/sentences.ts';
import { useLevels } from '../shared/use-levels.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly sessions: readonly RollUpSession[];
}

/** Sums over the results that are shown below. */
export function RollUpSums({ sessions }: Props) {
  const { say } = useSpeech(sentences);
  return (
    <section>
      <h2>{say('sumsTitle')}</h2>
      <p>{say('sumsPurpose')}</p>
      <TierSums sessions={sessions} />
      <LevelSums sessions={sessions} />
    </section>
  );
}

function TierSums({ sessions }: Props) {
  const { say, own } = useSpeech(sentences);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls this box by its focus
    <section class="table-box" tabIndex={0} aria-label={say('tiersTitle')}>
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
          {countTiers(sessions).map(({ form, formTitle, tier, article, consequence, count }) => (
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
    </section>
  );
}

function LevelSums({ sessions }: Props) {
  const { say, own } = useSpeech(sentences);
  const labels = new Map(useLevels().map(({ id, label }) => [id, own(label)]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer scrolls this box by its focus
    <section class="table-box" tabIndex={0} aria-label={say('levelsTitle')}>
      <table class="table">
        <caption>{say('levelsTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('committeeLevel')}</th>
            {(['results', 'people', 'concerned'] as const).map((key) => (
              <th key={key} scope="col" class="number">
                {say(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {countLevels(sessions).map(({ level, results, subjects, concerned }) => (
            <tr key={level}>
              <th scope="row">{labels.get(level) ?? level}</th>
              <td class="number">{results}</td>
              <td class="number">{subjects}</td>
              <td class="number">{concerned}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
