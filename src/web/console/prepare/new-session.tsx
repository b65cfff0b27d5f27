import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import { listCommittees } from '../../../contract/committees.ts';
import { createSession, listForms } from '../../../contract/sessions.ts';
import type { BallotForm } from '../../../domain/ballot-form.ts';
import { committeeId } from '../../../domain/committee.ts';
import { useConnection } from '../../shared/connection.ts';
import { FailureNote } from '../../shared/failure-note.tsx';
import { SelectField } from '../../shared/fields.tsx';
import { formOptions } from '../../shared/form-options.ts';
import { hashTo } from '../../shared/hash.ts';
import { Loaded } from '../../shared/loaded.tsx';
import { ScreenTitle } from '../../shared/screen-title.tsx';
import { useSpeech } from '../../shared/sentences.ts';
import { useAccount } from '../../shared/use-account.ts';
import { useAction } from '../../shared/use-action.ts';
import { useLoad } from '../../shared/use-load.ts';
import { sentences } from '../sentences.ts';
import { emptySettings, type Settings, SettingsFields, settingsBodyOf } from './settings-fields.tsx';

/** A chair draws up a session: committee, ballot form, settings. Subjects and roll then fill from the seats. */
export function NewSession() {
  const { say } = useSpeech(sentences);
  const connection = useConnection();
  const { id } = useAccount();
  const committees = useLoad(() => call(connection, listCommittees), [id]);
  const forms = useLoad(() => call(connection, listForms), [id]);
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{say('allSessions')}</a>
      </p>
      <ScreenTitle>{say('newSession')}</ScreenTitle>
      <Loaded of={committees}>
        {(all) => <Loaded of={forms}>{(known) => <NewSessionForm committees={all} forms={known} />}</Loaded>}
      </Loaded>
    </>
  );
}

interface Props {
  readonly committees: readonly { readonly id: string; readonly name: string }[];
  readonly forms: readonly BallotForm[];
}

function NewSessionForm({ committees, forms }: Props) {
  const { say, language } = useSpeech(sentences);
  const connection = useConnection();
  const { grants } = useAccount();
  const chaired = new Set<string>(grants.filter(({ role }) => role === 'chair').map((grant) => grant.committeeId));
  const mine = committees.filter((committee) => chaired.has(committee.id));
  const [committee, setCommittee] = useState(mine[0]?.id ?? '');
  const [formId, setFormId] = useState('');
  const [settings, setSettings] = useState<Settings>(emptySettings);
  const action = useAction(() => {
    const params = { committeeId: committeeId.parse(committee) };
    return call(connection, createSession, { params, body: { ...settingsBodyOf(settings), formId } });
  });
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (reply?.ok) window.location.hash = hashTo(reply.value.id);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <SelectField
        label={say('committee')}
        value={committee}
        onInput={setCommittee}
        options={mine.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <SelectField
        label={say('ballotForm')}
        hint={say('ballotFormHint')}
        value={formId}
        onInput={setFormId}
        options={formOptions(language, say('chooseForm'), forms)}
        required
      />
      <SettingsFields settings={settings} onInput={setSettings} />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {say('drawUp')}
        </button>
      </p>
    </form>
  );
}
