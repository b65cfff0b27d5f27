import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { readMailAddress, setMailAddress } from '../../contract/plans/plans.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useUnsaved } from '../shared/forms/use-unsaved.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** Where somebody wants to be reminded by e-mail; nowhere unless they say so. */
export function MailAddress() {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const known = useLoad(() => call(connection, readMailAddress), []);
  return (
    <section>
      <h2>{t('mailTitle')}</h2>
      <Loaded of={known}>
        {({ address, sends }) => (sends ? <AddressForm address={address ?? ''} /> : <p>{t('mailNotSent')}</p>)}
      </Loaded>
    </section>
  );
}

function AddressForm({ address }: { readonly address: string }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [written, setWritten] = useState(address);
  const [isKept, setKept] = useState(false);
  const unsaved = useUnsaved(written);
  const action = useAction(() =>
    call(connection, setMailAddress, { body: { address: written.trim() === '' ? null : written.trim() } }),
  );
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (reply?.ok) unsaved.keep();
    setKept(reply?.ok === true);
  };
  const write = (text: string) => {
    setWritten(text);
    setKept(false);
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('mailAddress')}
        hint={t('mailExplained')}
        type="email"
        inputMode="email"
        autocomplete="email"
        value={written}
        onInput={write}
        maxLength={254}
      />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" disabled={action.busy}>
          {t('mailKeep')}
        </button>
      </p>
      <p role="status">{isKept && t('mailKept')}</p>
    </form>
  );
}
