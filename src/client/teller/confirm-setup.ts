import type * as z from 'zod/mini';
import { readBallotPage } from '../../contract/box/box.ts';
import { confirmSetup, type openingView, readCeremony, readOpening } from '../../contract/ceremony/ceremony.ts';
import { readSession } from '../../contract/session/sessions.ts';
import { hashDocuments, recordDocuments } from '../../domain/session/record-documents.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { Group } from '../../protocol/arithmetic/group.ts';
import { readCredentials } from '../../protocol/ballot/credential.ts';
import { checkTrustees, type Trustees } from '../../protocol/ceremony/trustees.ts';
import { sha256Hex } from '../../protocol/encoding/hash.ts';
import { utf8Bytes } from '../../protocol/encoding/utf8.ts';
import { readDescription } from '../../protocol/record/description.ts';
import { readElection } from '../../protocol/record/election.ts';
import { writeSetupData } from '../../protocol/record/record-events.ts';
import { type Connection, call } from '../api.ts';
import type { Device } from '../device.ts';
import { asksWhatIsShown } from '../sealing.ts';
import { findOwnKey } from './own-key.ts';

type Opening = z.infer<typeof openingView>;

/** What everybody was told beside the setup: it must say the same. */
interface Told {
  readonly session: z.infer<(typeof readSession.replies)[200]>;
  readonly page: z.infer<(typeof readBallotPage.replies)[200]>;
  readonly ceremony: z.infer<(typeof readCeremony.replies)[200]>;
}

/**
 * How a teller finds the own key in a setup: with the seed, or by the trustees themselves, in which this teller's program
 * found it when the ceremony ended and the seed was still on the phone.
 */
export type OwnKeyEvidence =
  | { readonly seed: string }
  /** HEX of the text that was checked then. */
  | { readonly trustees: string };

export type SetupFlaw =
  | 'setup-hash'
  | 'election-differs'
  | 'trustees-differ'
  | 'own-key-missing'
  | 'credentials-differ'
  | `document-${'roll' | 'form' | 'briefing'}`;

export type SetupConfirmation =
  | { readonly ok: true; readonly fingerprint: string }
  | { readonly ok: false; readonly refusal: string };

/**
 * Looks for one's own key in the setup that is about to be opened (K11), checks that it asks and documents what people
 * were told, and only then confirms it.
 */
export async function confirmSetupOfSession(
  connection: Connection,
  { group }: Device,
  sessionId: SessionId,
  evidence: OwnKeyEvidence,
): Promise<SetupConfirmation> {
  const params = { sessionId };
  const [opening, session, page, ceremony] = await Promise.all([
    call(connection, readOpening, { params }),
    call(connection, readSession, { params }),
    call(connection, readBallotPage, { params }),
    call(connection, readCeremony, { params }),
  ]);
  if (!opening.ok) return opening;
  if (!session.ok) return session;
  if (!page.ok) return page;
  if (!ceremony.ok) return ceremony;
  const told = { session: session.value, page: page.value, ceremony: ceremony.value };
  const flaw = findSetupFlaw(group, opening.value, told, evidence);
  if (flaw !== undefined) return { ok: false, refusal: flaw };
  const { setupHash, election } = opening.value;
  const confirmed = await call(connection, confirmSetup, { params, body: { setupHash } });
  if (!confirmed.ok) return confirmed;
  const read = readElection(group, election);
  return read.ok ? { ok: true, fingerprint: read.election.fingerprint } : { ok: false, refusal: 'election-differs' };
}

/** What is wrong with a prepared setup; undefined when it may be confirmed. */
function findSetupFlaw(group: Group, opening: Opening, told: Told, evidence: OwnKeyEvidence): SetupFlaw | undefined {
  const [election, trustees, credentials] = [opening.election, opening.trustees, opening.credentials];
  const data = writeSetupData(utf8Bytes(election), utf8Bytes(trustees), utf8Bytes(credentials));
  if (sha256Hex(data) !== opening.setupHash) return 'setup-hash';
  const read = readElection(group, election);
  if (!read.ok || !asksWhatIsShown(told.page, read.election)) return 'election-differs';
  const checked = checkTrustees(group, trustees);
  if (!checked.ok || trustees !== told.ceremony.trustees) return 'trustees-differ';
  if (group.encode(checked.value.electionKey) !== read.election.publicKey) return 'trustees-differ';
  if (!holdsOwnKey(group, checked.value, told, evidence)) return 'own-key-missing';
  if (!hasPapersOf(group, credentials, told.session)) return 'credentials-differ';
  return findDocumentFlaw(read.election.description, told);
}

function holdsOwnKey(group: Group, trustees: Trustees, { ceremony }: Told, evidence: OwnKeyEvidence): boolean {
  return 'seed' in evidence
    ? findOwnKey(group, trustees, evidence.seed, ceremony.myOutput).ok
    : sha256Hex(ceremony.trustees ?? '') === evidence.trustees;
}

/** As many credentials as there are papers: one more would be a paper that nobody holds. */
function hasPapersOf(group: Group, credentials: string, { ledger }: Told['session']): boolean {
  const list = readCredentials(group, credentials);
  return list.ok && list.credentials.length === ledger.printed - ledger.void + ledger.phone;
}

function findDocumentFlaw(description: string, { session, page }: Told): SetupFlaw | undefined {
  const { hashes } = readDescription(description);
  const briefing = session.briefing === null ? null : { text: session.briefing.text };
  const told = hashDocuments(recordDocuments({ roll: session.roll, form: page.form, briefing }));
  if (hashes?.roll !== told.roll) return 'document-roll';
  if (hashes.form !== told.form) return 'document-form';
  return hashes.briefing === told.briefing ? undefined : 'document-briefing';
}
