import type { BallotForm } from '../../../src/domain/ballot-form.ts';
import { loadBallotForms } from '../../../src/server/meeting/ballot-forms.ts';

/** A copy of one of the forms that come with the service. */
export function ownForm(id: string): BallotForm {
  const loaded = loadBallotForms();
  const form = loaded.ok ? loaded.forms.get(id) : undefined;
  if (form === undefined) throw new Error(`no form ${id}`);
  return structuredClone(form);
}
