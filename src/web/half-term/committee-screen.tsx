import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { readCommittee } from '../../contract/committee/committees.ts';
import { listTerms } from '../../contract/committee/tree.ts';
import { listReviews } from '../../contract/half-term/half-term.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { TextField } from '../shared/forms/fields.tsx';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { Stage } from './stage.tsx';
import { useHalfTermTranslation } from './translation.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly writes: boolean;
  readonly readsBelow: boolean;
}

/** A committee's terms with their reviews, those that nobody has written yet too, and the way to another term. */
export function CommitteeScreen({ committeeId, writes, readsBelow }: Props) {
  const { t } = useHalfTermTranslation();
  const connection = useConnection();
  const params = { committeeId };
  const committee = useLoad(() => call(connection, readCommittee, { params }), [committeeId]);
  const reviews = useLoad(() => call(connection, listReviews, { params }), [committeeId]);
  const terms = useLoad(() => call(connection, listTerms, { params }), [committeeId]);
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('allCommittees')}</a>
      </p>
      <ScreenTitle>{t('pageTitle')}</ScreenTitle>
      <Loaded of={committee}>{({ name }) => <p>{name}</p>}</Loaded>
      <Loaded of={reviews}>
        {(list) => (
          <Loaded of={terms}>
            {(known) => (
              <TermList
                committeeId={committeeId}
                readsBelow={readsBelow}
                list={list}
                terms={known.map(({ name }) => written(name))}
              />
            )}
          </Loaded>
        )}
      </Loaded>
      {(writes || readsBelow) && <OtherTerm committeeId={committeeId} writes={writes} />}
    </>
  );
}

interface ListProps extends Omit<Props, 'writes'> {
  readonly list: ReplyOf<typeof listReviews>;
  readonly terms: readonly string[];
}

function TermList({ committeeId, readsBelow, list, terms }: ListProps) {
  const { t } = useHalfTermTranslation();
  const all = [...new Set([...list.map(({ term }) => term), ...terms])].sort().reverse();
  if (all.length === 0) return <p class="empty">{t('noReviews')}</p>;
  return (
    <ul class="entries">
      {all.map((term) => {
        const review = list.find((one) => one.term === term);
        return (
          <li key={term}>
            <a href={hashTo(committeeId, term)}>{t('ofTerm', { term })}</a>{' '}
            {review && <Stage finishedAt={review.finishedAt} />}
            <br />
            <span class="quiet small">
              {review === undefined
                ? t('noReviewYet')
                : t('countsLine', {
                    met: review.counts.met,
                    exceeded: review.counts.exceeded,
                    notMet: review.counts['not-met'],
                    notKnown: review.counts['not-known'],
                  })}
            </span>
            {readsBelow && (
              <p>
                <a href={hashTo(committeeId, term, 'below')}>{t('toBelow')}</a>
              </p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A term that is not on the list: writers begin its review, others only read those of the committees below. */
function OtherTerm({ committeeId, writes }: Pick<Props, 'committeeId' | 'writes'>) {
  const { t } = useHalfTermTranslation();
  const [term, setTerm] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        const typed = written(term.trim());
        window.location.hash = writes ? hashTo(committeeId, typed) : hashTo(committeeId, typed, 'below');
      }}
    >
      <h2>{t(writes ? 'openTerm' : 'otherTermBelow')}</h2>
      <TextField label={t('term')} hint={t('termHint')} value={term} onInput={setTerm} maxLength={40} required />
      <p>
        <button type="submit">{t('open')}</button>
      </p>
    </form>
  );
}

/** A term as reviews have it, whichever dash was typed. */
function written(term: string): string {
  return term
    .split(/[-‐-―−]/u)
    .map((part) => part.trim())
    .join('–');
}
