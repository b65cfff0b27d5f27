import type { Group } from '../arithmetic/group.ts';
import { readCredentials } from '../ballot/credential.ts';
import { checkTrustees, type Trustees } from '../ceremony/trustees.ts';
import { equalBytes } from '../encoding/bytes.ts';
import { sha256Base64, sha256Hex } from '../encoding/hash.ts';
import { utf8Bytes } from '../encoding/utf8.ts';
import { accepted, type Outcome, refused } from '../outcome.ts';
import { readDescription } from '../record/description.ts';
import { type Election, readElection } from '../record/election.ts';
import type { ChainedEvent } from '../record/read-record.ts';
import { writeSetupData } from '../record/record-events.ts';
import type { VerifyOptions } from './verify-options.ts';
import type { CredentialListRefusal, ElectionTrusteesRefusal, SetupRefusal } from './verify-report.ts';

/** The election with the two files that go with it, still unread. */
export interface SetupFiles {
  readonly election: Election;
  readonly trustees: Uint8Array;
  readonly credentials: Uint8Array;
}

const nothing = new Uint8Array();

/** V3: the setup data are the hashes of the files; the election is inside the profile, and the one announced. */
export function verifySetup(
  { group, uuid, documents }: VerifyOptions,
  [setup]: readonly ChainedEvent[],
): Outcome<SetupFiles, SetupRefusal> {
  const contents = setup?.files.map(({ content }) => content) ?? [];
  const [election = nothing, trustees = nothing, credentials = nothing, setupData = nothing] = contents;
  const expected = utf8Bytes(writeSetupData(election, trustees, credentials));
  if (!equalBytes(expected, setupData)) return refused('setup-hashes');
  const reading = readElection(group, election);
  if (!reading.ok) return refused(reading.refusal, 'election');
  if (uuid !== undefined && reading.election.uuid !== uuid) return refused('uuid', reading.election.uuid);
  const { hashes } = readDescription(reading.election.description);
  for (const name of ['roll', 'form', 'briefing'] as const) {
    const document = documents?.[name];
    if (document !== undefined && sha256Hex(document) !== hashes?.[name]) return refused(`document-${name}`);
  }
  return accepted({ election: reading.election, trustees, credentials });
}

/** V4: the trustees' own checks, and the election key is theirs. */
export function verifyTrustees(
  group: Group,
  { election, trustees: data }: SetupFiles,
): Outcome<Trustees, ElectionTrusteesRefusal> {
  const trustees = checkTrustees(group, data);
  if (!trustees.ok) return trustees;
  const key = group.encode(trustees.value.electionKey);
  return key === election.publicKey ? trustees : refused('public-key');
}

/** V5: credentials valid and distinct, as many and the same as announced. */
export function verifyCredentials(
  { group, credentials: announced }: VerifyOptions,
  { credentials: data }: SetupFiles,
): Outcome<readonly string[], CredentialListRefusal> {
  const reading = readCredentials(group, data);
  if (!reading.ok) return refused(reading.refusal, 'credentials');
  const { count, fingerprint } = announced ?? {};
  if (count !== undefined && count !== reading.credentials.length) {
    return refused('credentials-count', String(reading.credentials.length));
  }
  if (fingerprint !== undefined && fingerprint !== sha256Base64(data)) return refused('credentials-fingerprint');
  return accepted(reading.credentials);
}
