import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { listAccounts } from '../../contract/account/accounts.ts';
import type { AccountId } from '../../domain/account/account.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { SelectField, TextField } from '../shared/forms/fields.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

interface Props {
  readonly chosen: AccountId | undefined;
  onChoose(account: AccountId | undefined): void;
}

/** Finds an account: some letters of its user name or of the person's name, then a choice of those found. */
export function AccountFinder({ chosen, onChoose }: Props) {
  const { say } = useTranslation(sentences);
  const connection = useConnection();
  const [search, setSearch] = useState('');
  const found = useLoad(() => call(connection, listAccounts, { query: { search, limit: 30 } }), [search]);
  const list = found.state === 'ready' ? found.value : [];
  return (
    <>
      <TextField
        {...{ label: say('searchAccount'), hint: say('searchHint'), type: 'search', value: search, maxLength: 100 }}
        onInput={(text) => {
          setSearch(text);
          onChoose(undefined);
        }}
      />
      <SelectField
        {...{ label: say('title'), value: chosen ?? '', required: true }}
        onInput={(id) => onChoose(list.find((account) => account.id === id)?.id)}
        options={[
          { value: '', label: say('chooseAccount') },
          ...list.map(({ id, username, name: fullName }) => ({
            value: id,
            label: fullName === null ? username : `${fullName} (${username})`,
          })),
        ]}
      />
    </>
  );
}
