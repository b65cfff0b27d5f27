import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { enterDelegates } from '../../contract/summoned.ts';
import type { CommitteeId } from '../../domain/committee.ts';
import { useConnection } from '../shared/connection.ts';
import { FailureNote } from '../shared/failure-note.tsx';
import { TextArea, TextField } from '../shared/fields.tsx';
import { useSpeech } from '../shared/sentences.ts';
import { useAction } from '../shared/use-action.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  reload(): void;
}

/** The office pastes the congress's delegates: all lines are good, or nobody is entered. */
export function EnterDelegates({ committeeId, reload }: Props) {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const [term, setTerm] = useState('');
  const [text, setText] = useState('');
  const action = useAction(() =>
    call(connection, enterDelegates, {
      ...{ params: { committeeId }, query: { term } },
      body: new TextEncoder().encode(text),
    }),
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (!reply?.ok) return;
    setText('');
    reload();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <h2>{say('enterTitle')}</h2>
      <TextField label={say('term')} hint={say('termHint')} value={term} onInput={setTerm} maxLength={40} required />
      <TextArea label={say('delegates')} hint={say('enterHint')} value={text} onInput={setText} rows={8} required />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {say('enterYes')}
        </button>
      </p>
    </form>
  );
}
