import type { BallotPage } from '../../client/sealing.ts';
import { DossierList } from './dossier-list.tsx';
import { LevelSign } from './level-sign.tsx';
import type { Mark } from './marking.ts';
import { useVotingTranslation } from './translation.ts';
import type { Voting } from './voting.ts';

interface Props {
  readonly voting: Voting;
  readonly page: BallotPage;
  readonly at: number;
  readonly mark: Mark | undefined;
}

/** Where a subject's choices begin: "next unmarked" and "change" lead there. */
export function cardId(at: number): string {
  return `subject-${at}`;
}

/** One subject with the form's levels as a group of radio buttons. */
export function SubjectCard({ voting, page, at, mark }: Props) {
  const { t, pick } = useVotingTranslation();
  const subject = page.subjects[at];
  const { levels, wording } = page.form;
  if (subject === undefined) return null;
  const choose = (chosen: Mark) => () => voting.mark(subject.id, chosen);
  return (
    <fieldset class="card" id={cardId(at)} data-marked={mark === undefined ? 'no' : 'yes'}>
      <legend>
        <span class="subject-number">{at + 1}.</span> <span class="subject-name">{subject.name}</span>
        <span class="subject-position">{subject.position}</span>
      </legend>
      <DossierList voting={voting} page={page} subject={subject} />
      <div class="levels">
        {levels.map((level, levelIndex) => (
          <label key={level.id} class={`level level-${levelIndex + 1}`} data-chosen={mark === level.id ? 'yes' : 'no'}>
            <input type="radio" name={subject.id} checked={mark === level.id} onChange={choose(level.id)} />
            <LevelSign levelIndex={levelIndex} levels={levels.length} />
            <span class="level-label">{pick(level.label)}</span>
          </label>
        ))}
        <label class="level level-none" data-chosen={mark === null ? 'yes' : 'no'}>
          <input type="radio" name={subject.id} checked={mark === null} onChange={choose(null)} />
          <span class="level-label">{t('leaveUnmarked')}</span>
        </label>
      </div>
      {mark === null && <p class="note small">{pick(wording.unmarked)}</p>}
    </fieldset>
  );
}
