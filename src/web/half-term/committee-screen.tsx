import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { listReviews } from '../../contract/half-term.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { useConnection } from '../shared/connection.ts';
import { TextField } from '../shared/fields.tsx';
import { hashTo } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { ScreenTitle } from '../shared/screen-title.tsx';
import { useLoad } from '../shared/use-load.ts';
import { useHalfTermSpeech } from './speech.ts';
import { useWrites } from './use-roles.ts';

/** A committee's reviews, term by term, and the way to another term's. */
export function CommitteeScreen({ committeeId }: { readonly committeeId: CommitteeId }) {
  const { say } = useHalfTermSpeech();
  const connection = useConnection();
  const writes = useWrites(committeeId);
  const [term, setTerm] = useState('');
  const reviews = useLoad(() => call(connection, listReviews, { params: { committeeId } }), [committeeId]);
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{say('allCommittees')}</a>
      </p>
      <ScreenTitle>{say('pageTitle')}</ScreenTitle>
      <Loaded of={reviews}>
        {(list) =>
          list.length === 0 ? (
            <p class="empty">{say('noReviews')}</p>
          ) : (
            <ul class="entries">
              {list.map((one) => (
                <li key={one.term}>
                  <a href={hashTo(committeeId, one.term)}>{say('ofTerm', { term: one.term })}</a>
                  <br />
                  <span class="quiet small">
                    {say('countsLine', {
                      ...{ met: one.counts.met, exceeded: one.counts.exceeded },
                      ...{ notMet: one.counts['not-met'], notKnown: one.counts['not-known'] },
                    })}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          window.location.hash = hashTo(committeeId, term.trim().replace(/\s*[-‐-―−]\s*/gu, '–'));
        }}
      >
        <h2>{say('openTerm')}</h2>
        <TextField label={say('term')} hint={say('termHint')} value={term} onInput={setTerm} maxLength={40} required />
        <p>
          <button type="submit" class={writes ? 'main-button' : ''}>
            {say('open')}
          </button>
        </p>
      </form>
    </>
  );
}
