import { call } from '../../client/api.ts';
import { listSeats } from '../../contract/committee/committees.ts';
import { listRanks } from '../../contract/committee/ranks.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { TextArea, TextField } from '../shared/forms/fields.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { AttendingFields } from './attending-fields.tsx';
import { DeadlineFields } from './deadline-fields.tsx';
import { PilotFields } from './pilot-fields.tsx';
import type { WrittenProvisions } from './provisions.ts';
import { sentences } from './sentences.ts';
import { SteeringFields } from './steering-fields.tsx';

interface Props {
  readonly committeeId: CommitteeId;
  readonly provisions: WrittenProvisions;
  /** Only a draft may lack what has to be there before issuing. */
  readonly isDraft: boolean;
  onInput(provisions: WrittenProvisions): void;
}

/** What may still be amended after a plan was issued. */
export function ProvisionsFields({ committeeId, provisions, isDraft, onInput }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const ranks = useLoad(() => call(connection, listRanks), []);
  const seats = useLoad(() => call(connection, listSeats, { params: { committeeId }, query: {} }), [committeeId]);
  const put = (change: Partial<WrittenProvisions>) => onInput({ ...provisions, ...change });
  return (
    <>
      <TextArea
        label={t('purpose')}
        value={provisions.purpose}
        onInput={(purpose) => put({ purpose })}
        maxLength={10_000}
        required={!isDraft}
        neededLater={t('neededToIssue')}
      />
      <TextArea
        label={t('requirements')}
        hint={t('wordingHint')}
        value={provisions.requirements}
        onInput={(requirements) => put({ requirements })}
        maxLength={10_000}
        required={!isDraft}
        neededLater={t('neededToIssue')}
      />
      <Loaded of={ranks}>
        {(known) => (
          <DeadlineFields ranks={known} deadlines={provisions.deadlines} onInput={(deadlines) => put({ deadlines })} />
        )}
      </Loaded>
      <TextField
        label={t('remindDays')}
        hint={t('remindDaysHint')}
        value={provisions.remindDays}
        onInput={(remindDays) => put({ remindDays })}
        maxLength={40}
      />
      <PilotFields committeeId={committeeId} pilots={provisions.pilots} onInput={(pilots) => put({ pilots })} />
      <Loaded of={seats}>
        {(members) => (
          <>
            <SteeringFields
              members={members}
              steering={provisions.steering}
              onInput={(steering) => put({ steering })}
            />
            <AttendingFields
              committeeId={committeeId}
              members={members}
              attending={provisions.attending}
              onInput={(attending) => put({ attending })}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
