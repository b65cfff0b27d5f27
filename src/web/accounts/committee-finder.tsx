import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { searchCommittees } from '../../contract/tree.ts';
import { useConnection } from '../shared/connection.ts';
import { TextField } from '../shared/fields.tsx';
import { hashTo } from '../shared/hash.ts';
import { Loaded } from '../shared/loaded.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { useLoad } from '../shared/use-load.ts';
import { sentences } from './sentences.ts';

/** An administrator looks for the committee whose members are to be invited. */
export function CommitteeFinder() {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const [search, setSearch] = useState('');
  const found = useLoad(() => call(connection, searchCommittees, { query: { search, limit: 20 } }), [search]);
  return (
    <section>
      <h2>{say('findTitle')}</h2>
      <TextField
        {...{ label: say('findCommittee'), hint: say('searchHint'), type: 'search' }}
        {...{ value: search, onInput: setSearch, maxLength: 100 }}
      />
      <Loaded of={found}>
        {({ committees }) =>
          committees.length === 0 ? (
            <p class="empty">{say('noneFound')}</p>
          ) : (
            <ul class="entries">
              {committees.map(({ id, name }) => (
                <li key={id}>
                  <a href={hashTo(id)}>{name}</a>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
