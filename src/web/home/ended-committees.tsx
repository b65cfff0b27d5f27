import { call } from '../../client/api.ts';
import { listEndedCommittees } from '../../contract/committee/ended-committees.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

/** Tells whoever serves a committee that it has ended, and who carries on. */
export function EndedCommittees({ accountId }: { readonly accountId: string }) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const ended = useLoad(() => call(connection, listEndedCommittees), [accountId]);
  return (
    <Loaded of={ended}>
      {(list) =>
        list.map(({ committeeId, name, endedOn, successor }) => (
          <p key={committeeId} class="note">
            {t('ended', { name, date: showDate(language, endedOn) })}{' '}
            {successor !== null && t('succeededBy', { successor })}
          </p>
        ))
      }
    </Loaded>
  );
}
