import type { FixedBase, Group, Point } from '../arithmetic/group.ts';
import { base58Alphabet } from '../arithmetic/random.ts';
import { sha256Base64 } from '../encoding/hash.ts';
import { type JsonValue, parseCanonical, readFields, readList, readText, writeCanonical } from '../encoding/json.ts';
import { isWellFormed } from '../encoding/utf8.ts';

/** One subject: the question, and the levels that can be marked, of which a voter marks at most one. */
export interface Question {
  readonly question: string;
  readonly answers: readonly string[];
}

/** What an election is about, before it has a record. */
export interface ElectionDetails {
  readonly uuid: string;
  readonly name: string;
  readonly description: string;
  /** the tellers' common key y, in text form */
  readonly publicKey: string;
  readonly questions: readonly Question[];
  readonly administrator?: string;
  readonly credentialAuthority?: string;
}

/** An election as its record fixes it (PROTOCOL §6). */
export interface Election extends ElectionDetails {
  /** exactly the stored text: every hash is over this */
  readonly text: string;
  /** φ, which ballots and proofs are bound to and people compare */
  readonly fingerprint: string;
}

/** Why an election is refused, by the reader or by the writer. */
export type ElectionRefusal =
  | 'not-canonical'
  | 'wrong-fields'
  | 'wrong-version'
  | 'wrong-group'
  | 'invalid-uuid'
  | 'invalid-public-key'
  | 'no-questions'
  | 'no-answers'
  | 'wrong-limits'
  | 'wrong-language'
  | 'lone-surrogate'
  | 'control-character'
  | 'not-normalised';

/** An election that was created or read, or why not. */
export type ElectionReading =
  | { readonly ok: true; readonly election: Election }
  | { readonly ok: false; readonly refusal: ElectionRefusal };

const refuse = (refusal: ElectionRefusal) => ({ ok: false, refusal }) as const;

/**
 * Writes an election. Texts are taken as they are or refused, never changed on the way: they must be well-formed,
 * composed (NFC) and free of control characters (PROTOCOL §3).
 */
export function createElection(group: Group, details: ElectionDetails): ElectionReading {
  const { uuid, name, description, publicKey, questions, administrator, credentialAuthority } = details;
  const texts = [name, description, administrator ?? '', credentialAuthority ?? ''];
  for (const text of [...texts, ...questions.flatMap(({ question, answers }) => [question, ...answers])]) {
    const problem = textProblem(text);
    if (problem !== undefined) return refuse(problem);
  }
  const value: JsonValue = {
    version: 1,
    description,
    name,
    group: 'Ed25519',
    public_key: publicKey,
    questions: questions.map(({ question, answers }) => ({ answers, min: 0, max: 1, question })),
    uuid,
    ...(administrator === undefined ? {} : { administrator }),
    ...(credentialAuthority === undefined ? {} : { credential_authority: credentialAuthority }),
  };
  // Read back through the twin: what we write is by construction what we accept.
  return readElection(group, writeCanonical(value));
}

/** Why a text may not stand in an election, if so. */
function textProblem(text: string): ElectionRefusal | undefined {
  if (!isWellFormed(text)) return 'lone-surrogate';
  if (/\p{Cc}/u.test(text)) return 'control-character';
  return text.normalize('NFC') === text ? undefined : 'not-normalised';
}

/** Reads an election with the checks of PROTOCOL §0, §3 and §6. */
export function readElection(group: Group, data: string | Uint8Array): ElectionReading {
  const value = parseCanonical(data);
  if (value === undefined) return refuse('not-canonical');
  const fields = readFields(
    value,
    ['version', 'description', 'name', 'group', 'public_key', 'questions', 'uuid'],
    ['administrator', 'credential_authority', 'language'],
  );
  if (fields === undefined) return refuse('wrong-fields');
  if (fields.version !== 1) return refuse('wrong-version');
  if (fields.group !== 'Ed25519') return refuse('wrong-group');
  if (!isUuid(fields.uuid)) return refuse('invalid-uuid');
  const publicKey = readText(fields.public_key) ?? '';
  if (group.decode(publicKey) === undefined) return refuse('invalid-public-key');
  const questions = readQuestions(fields.questions);
  if (typeof questions === 'string') return refuse(questions);
  if (fields.language !== undefined && !isLanguage(fields.language)) return refuse('wrong-language');
  // An absent field is read as an empty text here and left out again below; null is no text.
  const { administrator = '', credential_authority = '' } = fields;
  const texts = readList([fields.name, fields.description, administrator, credential_authority], readText);
  if (texts === undefined) return refuse('wrong-fields');
  const [name = '', description = '', office = '', authority = ''] = texts;
  const text = writeCanonical(value);
  const election: Election = {
    uuid: fields.uuid,
    name,
    description,
    publicKey,
    questions,
    ...(fields.administrator === undefined ? {} : { administrator: office }),
    ...(fields.credential_authority === undefined ? {} : { credentialAuthority: authority }),
    text,
    fingerprint: sha256Base64(text),
  };
  return { ok: true, election };
}

const uuidForm = new RegExp(`^[${base58Alphabet}]{14,}$`);

/** Whether a value is a uuid: at least 14 characters of the Base58 alphabet (PROTOCOL §3). */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuidForm.test(value);
}

function readQuestions(value: unknown): Question[] | ElectionRefusal {
  if (!Array.isArray(value)) return 'wrong-fields';
  if (value.length === 0) return 'no-questions';
  const questions: Question[] = [];
  for (const item of value) {
    const question = readQuestion(item);
    if (typeof question === 'string') return question;
    questions.push(question);
  }
  return questions;
}

function readQuestion(value: unknown): Question | ElectionRefusal {
  const fields = readFields(value, ['answers', 'min', 'max', 'question']);
  const answers = readList(fields?.answers, readText);
  const question = readText(fields?.question);
  if (fields === undefined || answers === undefined || question === undefined) return 'wrong-fields';
  if (answers.length === 0) return 'no-answers';
  // At most one level is marked for a subject, and none is a blank line (PROTOCOL §0).
  return fields.min === 0 && fields.max === 1 ? { question, answers } : 'wrong-limits';
}

/** The one optional field that we do not write: newer versions of the tool add it (PROTOCOL §6). */
function isLanguage(value: unknown): boolean {
  const [, direction] = readList(value, readText, 2) ?? [];
  return direction === 'ltr' || direction === 'rtl';
}

/** The election's key as a point, and its powers from a table. */
export interface ElectionKey {
  readonly point: Point;
  readonly power: FixedBase;
}

const keys = new WeakMap<Election, WeakMap<Group, ElectionKey>>();

/** The key of an election, with the table that is made once for each election and backend (PROTOCOL §7.1). */
export function electionKey(group: Group, election: Election): ElectionKey {
  const known = keys.get(election) ?? new WeakMap<Group, ElectionKey>();
  keys.set(election, known);
  let key = known.get(group);
  if (key === undefined) {
    const point = group.decode(election.publicKey);
    if (point === undefined) throw new TypeError('this election was not made by createElection or readElection');
    key = { point, power: group.fixedBase(point) };
    known.set(group, key);
  }
  return key;
}
