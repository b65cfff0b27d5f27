import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { listAccounts } from '../../contract/account/accounts.ts';
import type { AccountId } from '../../domain/account/account.ts';
import type { Answer } from '../shared/fetch/answer.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Finder } from '../shared/forms/finder.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

interface FoundAccount {
  readonly id: AccountId;
  readonly name: string;
}

/** Finds an account by some letters of its user name or of the person's name. */
export function AccountFinder({ onChoose }: { onChoose(account: AccountId | undefined): void }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [chosen, setChosen] = useState<FoundAccount | null>(null);
  const ask = async (search: string): Promise<Answer<readonly FoundAccount[]>> => {
    const found = await call(connection, listAccounts, { query: { search, limit: 30 } });
    if (!found.ok) return found;
    const named = found.value.rows.map(({ id, username, name }) => ({
      id,
      name: name === null ? username : `${name} (${username})`,
    }));
    return { ok: true, value: named };
  };
  return (
    <Finder
      searchLabel={t('searchAccount')}
      searchHint={t('searchHint')}
      label={t('title')}
      none={t('chooseAccount')}
      required
      chosen={chosen}
      ask={ask}
      onChoose={(found) => {
        setChosen(found);
        onChoose(found?.id);
      }}
    />
  );
}
