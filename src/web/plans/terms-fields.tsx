import { call } from '../../client/api.ts';
import { listSeats } from '../../contract/committee/committees.ts';
import { listLevels } from '../../contract/committee/levels.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { TextArea, TextField } from '../shared/forms/fields.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { AttendingFields } from './attending-fields.tsx';
import { DeadlineFields } from './deadline-fields.tsx';
import { PilotFields } from './pilot-fields.tsx';
import { sentences } from './sentences.ts';
import { SteeringFields } from './steering-fields.tsx';
import type { WrittenTerms } from './terms.ts';

interface Props {
  readonly committeeId: CommitteeId;
  readonly terms: WrittenTerms;
  onInput(terms: WrittenTerms): void;
}

/** What may still be amended after a plan was issued. */
export function TermsFields({ committeeId, terms, onInput }: Props) {
  const { say } = useTranslation(sentences);
  const connection = useConnection();
  const levels = useLoad(() => call(connection, listLevels), []);
  const seats = useLoad(() => call(connection, listSeats, { params: { committeeId }, query: {} }), [committeeId]);
  const put = (change: Partial<WrittenTerms>) => onInput({ ...terms, ...change });
  return (
    <>
      <TextArea
        label={say('purpose')}
        hint={say('neededToIssue')}
        value={terms.purpose}
        onInput={(purpose) => put({ purpose })}
        maxLength={10_000}
      />
      <TextArea
        label={say('requirements')}
        hint={say('wordingHint')}
        value={terms.requirements}
        onInput={(requirements) => put({ requirements })}
        maxLength={10_000}
      />
      <Loaded of={levels}>
        {(known) => (
          <DeadlineFields levels={known} deadlines={terms.deadlines} onInput={(deadlines) => put({ deadlines })} />
        )}
      </Loaded>
      <TextField
        label={say('remindDays')}
        hint={say('remindDaysHint')}
        value={terms.remindDays}
        onInput={(remindDays) => put({ remindDays })}
        maxLength={40}
      />
      <PilotFields committeeId={committeeId} pilots={terms.pilots} onInput={(pilots) => put({ pilots })} />
      <Loaded of={seats}>
        {(members) => (
          <>
            <SteeringFields members={members} steering={terms.steering} onInput={(steering) => put({ steering })} />
            <AttendingFields
              committeeId={committeeId}
              members={members}
              attending={terms.attending}
              onInput={(attending) => put({ attending })}
            />
          </>
        )}
      </Loaded>
    </>
  );
}
