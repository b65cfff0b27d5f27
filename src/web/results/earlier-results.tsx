import type { EarlierResult, ResultView } from '../../contract/results/results.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import type { Figures } from './level-bar.tsx';
import { sentences } from './sentences.ts';
import { VoteLine } from './vote-line.tsx';

interface Props {
  readonly view: ResultView;
  readonly earlier: readonly EarlierResult[];
}

/** What the same people had in earlier votes; of those the reader may see. */
export function EarlierResults({ view, earlier }: Props) {
  const { t, language } = useTranslation(sentences);
  if (earlier.length === 0) return null;
  return (
    <section class="earlier">
      <h2>{t('earlierTitle')}</h2>
      <p>{t('earlierPurpose')}</p>
      {view.subjects.map((subject, index) => {
        const before = earlier.flatMap((vote) =>
          vote.subjects.filter((one) => one.subject === index).map((figures) => ({ vote, figures })),
        );
        const { name } = subject;
        return (
          before.length > 0 && (
            <details key={index}>
              <summary>{t('earlierOf', { name, count: before.length })}</summary>
              <VoteLine
                title={t('thisTime', { date: showDate(language, view.heldOn) })}
                vote={view}
                figures={subject}
              />
              {before.map(({ vote, figures }) => (
                <VoteLine key={vote.sessionId} title={titleOf(vote, figures)} vote={vote} figures={figures} />
              ))}
            </details>
          )
        );
      })}
    </section>
  );

  function titleOf(
    { heldOn, title, committeeName: committee, annulled }: EarlierResult,
    { position }: Figures,
  ): string {
    const text = t('earlierTime', { date: showDate(language, heldOn), title, committee, position });
    return annulled ? `${text} ${t('earlierAnnulled')}` : text;
  }
}
