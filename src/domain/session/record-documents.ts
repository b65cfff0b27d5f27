import { sha256Hex } from '../../protocol/hash.ts';
import type { Session } from './session.ts';

/** Texts that the election's description carries the hashes of, so that they cannot be exchanged after opening. */
export interface RecordDocuments {
  readonly roll: string;
  readonly form: string;
  readonly briefing: string;
}

/** Roll, form and briefing, each as one text; the roll names people and says nothing of papers or attendance. */
export function recordDocuments(session: Session): RecordDocuments {
  const roll = session.roll.map(({ name, position, kind }) => ({ name, position, kind }));
  return {
    roll: `${JSON.stringify(roll, null, 1)}\n`,
    form: `${JSON.stringify(session.form, null, 1)}\n`,
    briefing: `${session.briefing?.text ?? ''}\n`,
  };
}

export function hashDocuments(documents: RecordDocuments): RecordDocuments {
  return {
    roll: sha256Hex(documents.roll),
    form: sha256Hex(documents.form),
    briefing: sha256Hex(documents.briefing),
  };
}
