import { LRUCache } from 'lru-cache';
import type { PreparedOpening, Session, SessionId } from '../../domain/session/session.ts';
import { writeCredentials } from '../../protocol/ballot/credential.ts';
import { checkTrustees } from '../../protocol/ceremony/trustees.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { utf8Bytes } from '../../protocol/encoding/utf8.ts';
import { createElection } from '../../protocol/record/election.ts';
import type { RecordEvent } from '../../protocol/record/record.ts';
import { setupEvent, writeSetupData } from '../../protocol/record/record-events.ts';
import { sodiumGroup } from '../arithmetic/sodium-group.ts';
import { electionTexts } from './election-texts.ts';

/** What the setup event of an election will hold, byte for byte, and the hash that names all of it. */
export type ElectionSetup = Omit<PreparedOpening, 'confirmedBy'>;

/** The setup of a session's own election. Call it only once the key ceremony is done. */
export function buildSetup(session: Session, credentials: Iterable<string>): ElectionSetup {
  return buildElection(session, credentials, session.id, session.settings.title);
}

/** The setup of its rehearsal: the same subjects, levels and keys under another uuid, and named as what it is. */
export function buildRehearsalSetup(
  session: Session,
  credentials: Iterable<string>,
  electionId: SessionId,
): ElectionSetup {
  return buildElection(session, credentials, electionId, `Bỏ phiếu thử · ${session.settings.title}`);
}

/** The first event of the record. */
export function setupEventOf({ election, trustees, credentials }: ElectionSetup): RecordEvent {
  return setupEvent(utf8Bytes(election), utf8Bytes(trustees), utf8Bytes(credentials));
}

function buildElection(
  session: Session,
  publicCredentials: Iterable<string>,
  uuid: SessionId,
  title: string,
): ElectionSetup {
  const trustees = session.ceremony?.trustees;
  if (trustees === undefined || trustees === null) throw new TypeError('the key ceremony is not done');
  const created = createElection(sodiumGroup, {
    uuid,
    publicKey: electionKeyOf(trustees),
    ...electionTexts(session, title),
  });
  if (!created.ok) throw new TypeError(`the session gives no election: ${created.refusal}`);
  const election = created.election.text;
  const credentials = writeCredentials(publicCredentials);
  const data = writeSetupData(utf8Bytes(election), utf8Bytes(trustees), utf8Bytes(credentials));
  return { setupHash: sha256Hex(data), election, trustees, credentials };
}

/** By the trustees' text; for as many elections as are drawn up at one time. */
const electionKeys = new LRUCache<string, string>({ max: 32 });

/** The election's key from its trustees. Checking them takes a while, and drawing up is repeated until opening. */
function electionKeyOf(trustees: string): string {
  const known = electionKeys.get(trustees);
  if (known !== undefined) return known;
  const checked = checkTrustees(sodiumGroup, trustees);
  if (!checked.ok) throw new TypeError(`the ceremony gave trustees that do not hold: ${checked.refusal}`);
  const key = sodiumGroup.encode(checked.value.electionKey);
  electionKeys.set(trustees, key);
  return key;
}
