import type { RollUpView } from '../../contract/roll-up.ts';
import { hashTo } from '../shared/hash.ts';
import { ScreenTitle } from '../shared/screen-title.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { showDate } from '../shared/show-date.ts';
import { Legend } from './level-bar.tsx';
import { ReachedTier } from './reached-tier.tsx';
import { sentences } from './sentences.ts';
import { VoteLine } from './vote-line.tsx';

interface Props {
  readonly view: RollUpView;
  readonly personId: string;
}

/** One person in all committees below, vote by vote. */
export function PersonResults({ view: { sessions, people }, personId }: Props) {
  const { say, language } = useSpeech(sentences);
  const person = people.find((one) => one.personId === personId);
  const byId = new Map(sessions.map((one) => [one.sessionId, one]));
  if (person === undefined) {
    return (
      <>
        <ScreenTitle>{say('rollUpTitle')}</ScreenTitle>
        <p class="empty">{say('personNotHere')}</p>
      </>
    );
  }
  const votes = person.results.flatMap((figures) => {
    const session = byId.get(figures.sessionId);
    return session === undefined ? [] : [{ session, figures: { ...figures, name: person.name } }];
  });
  return (
    <>
      <ScreenTitle>{person.name}</ScreenTitle>
      <p>{say('personPurpose')}</p>
      {votes.map(({ session, figures }, index) => {
        const { heldOn, title, committee, annulled, levels } = session;
        const places = { date: showDate(language, heldOn), title, committee, position: figures.position };
        const isNew = votes[index - 1]?.session.form !== session.form;
        return (
          <section key={session.sessionId}>
            {isNew && <Legend levels={levels} />}
            <VoteLine
              title={
                <a href={hashTo(session.sessionId)}>
                  {say('earlierTime', places)}
                  {annulled && ` ${say('earlierAnnulled')}`}
                </a>
              }
              vote={session}
              figures={figures}
            >
              <p class="small">
                <ReachedTier session={session} tier={figures.tier} />
              </p>
            </VoteLine>
          </section>
        );
      })}
    </>
  );
}
