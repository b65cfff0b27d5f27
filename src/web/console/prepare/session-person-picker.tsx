import type { ComponentChildren } from 'preact';
import { call } from '../../../client/api.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { findPeople } from '../../../contract/session/roll.ts';
import type { SessionId } from '../../../domain/session/session.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { PersonPicker } from '../../shared/forms/person-picker.tsx';

export type FoundForSession = ReplyOf<typeof findPeople>[number];

interface Props {
  readonly sessionId: SessionId;
  readonly label: string;
  against?(person: FoundForSession): string | undefined;
  otherwise?(name: string): ComponentChildren;
  onPick(person: FoundForSession): void;
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
