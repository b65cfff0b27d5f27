import { sha256Hex } from '../../protocol/encoding/hash.ts';
import type { BallotForm } from '../ballot-form.ts';
import type { Voter } from './session.ts';

/** Texts that the election's description carries the hashes of, so that they cannot be exchanged after opening. */
export interface RecordDocuments {
  readonly roll: string;
  readonly form: string;
  readonly briefing: string;
}

/** What the documents are made from: of a session, or as a teller was told it. */
export interface DocumentSources {
  readonly roll: readonly Pick<Voter, 'name' | 'position' | 'kind'>[];
  readonly form: BallotForm;
  readonly briefing: { readonly text: string } | null;
}

/**
 * Roll, form and briefing, each as one text; the roll names people and says nothing of papers or attendance. The names of
 * fields in these texts are fixed, whatever the domain calls them: opened elections carry the hashes. A form is written as
 * its file has it.
 */
export function recordDocuments({ roll: voters, form, briefing }: DocumentSources): RecordDocuments {
  const roll = voters.map(({ name, position, kind }) => ({ name, position, kind }));
  return {
    roll: `${JSON.stringify(roll, null, 1)}\n`,
    form: `${JSON.stringify(form, null, 1)}\n`,
    briefing: `${briefing?.text ?? ''}\n`,
  };
}

export function hashDocuments(documents: RecordDocuments): RecordDocuments {
  return {
    roll: sha256Hex(documents.roll),
    form: sha256Hex(documents.form),
    briefing: sha256Hex(documents.briefing),
  };
}
