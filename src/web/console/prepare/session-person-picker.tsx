import { call } from '../../../client/api.ts';
import { findPeople } from '../../../contract/session/roll.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { type FoundPerson, PersonPicker } from '../../shared/forms/person-picker.tsx';

interface Props {
  readonly sessionId: SessionId;
  readonly label: string;
  onPick(person: FoundPerson): void;
}

/** Finds somebody to take part in a session, or to be its teller. */
export function SessionPersonPicker({ sessionId, ...picker }: Props) {
  const connection = useConnection();
  return (
    <PersonPicker
      {...picker}
      find={(name) => call(connection, findPeople, { params: { sessionId }, query: { name } })}
    />
  );
}
