import { call } from '../../client/api.ts';
import { type PersonsResultView, readPersonResults } from '../../contract/results/roll-up.ts';
import { personId } from '../../domain/roster/person.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { LockedLater } from '../shared/locked/locked-later.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { Legend, LevelPatterns } from './level-bar.tsx';
import { ReachedTier } from './reached-tier.tsx';
import { sentences } from './sentences.ts';
import { VoteLine } from './vote-line.tsx';

interface Props {
  readonly id: string;
  /** The committee whose roll-up the reader came from. */
  readonly committee: string;
}

/** One person in all committees that the reader may read, vote by vote; what differs in form stands apart. */
export function PersonResults({ id, committee }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  // An address that names nobody is asked about all the same: the answer is the usual one.
  const known = personId.safeParse(id).data ?? personId.parse('00000000-0000-4000-8000-000000000000');
  const person = useLoad(() => call(connection, readPersonResults, { params: { personId: known } }), [id]);
  return (
    <>
      <p class="no-print">
        <a href={hashTo('roll-up', committee)}>{t('toRollUp')}</a>
      </p>
      <ScreenTitle>{person.state === 'ready' ? person.value.name : t('rollUpTitle')}</ScreenTitle>
      {person.state === 'failed' && person.failure.refusal === 'not-found' ? (
        <p class="empty">{t('personNotHere')}</p>
      ) : (
        <Loaded of={person}>
          {({ name, results, locked }) => (
            <>
              <LockedLater locked={locked} />
              <p>{t('personPurpose')}</p>
              <LevelPatterns levels={Math.max(...results.map(({ levels }) => levels.length))} />
              {[...new Set(results.map(({ formId }) => formId))].map((formId) => (
                <OneForm key={formId} name={name} results={results.filter((one) => one.formId === formId)} />
              ))}
            </>
          )}
        </Loaded>
      )}
    </>
  );
}

interface FormProps {
  readonly name: string;
  /** All of one form, newest first. */
  readonly results: readonly PersonsResultView[];
}

function OneForm({ name, results }: FormProps) {
  const { t, pick, language } = useTranslation(sentences);
  const [newest] = results;
  if (newest === undefined) return null;
  return (
    <section>
      <h2>{pick(newest.formTitle)}</h2>
      <Legend levels={newest.levels} />
      {results.map((one) => {
        const { sessionId, heldOn, title, committeeName: committee, position, annulled, counts, ...result } = one;
        const places = { date: showDate(language, heldOn), title, committee, position };
        return (
          <VoteLine
            key={sessionId}
            title={
              <a href={hashTo(sessionId)}>
                {t('earlierTime', places)}
                {annulled && ` ${t('earlierAnnulled')}`}
              </a>
            }
            vote={one}
            figures={{ ...result, name, position, levels: counts }}
          >
            <p class="small">
              <ReachedTier {...one} />
            </p>
          </VoteLine>
        );
      })}
    </section>
  );
}
