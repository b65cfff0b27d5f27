import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BallotForm, type FormProblem, readBallotForm } from '../../domain/ballot-form.ts';

/** The folder that comes with the service. */
export const ownBallotForms = fileURLToPath(new URL('../../../ballots/', import.meta.url));

/** `file` is the path below the folder, for example `qd-96-2023/form.json`. */
export type FormFileProblem = {
  file: string;
  field: string;
  reason: FormProblem['reason'] | 'unreadable' | 'not-json' | 'folder-is-not-id' | 'no-forms';
  detail: string;
};

export type LoadedForms =
  | { ok: true; forms: ReadonlyMap<string, BallotForm> }
  | { ok: false; problems: FormFileProblem[] };

type ReadFormFile = { ok: true; form: BallotForm } | { ok: false; problems: FormFileProblem[] };

/** Loads `<id>/form.json` of every folder, in order of id; with one bad form, none is used. */
export function loadBallotForms(folder: string = ownBallotForms): LoadedForms {
  const forms = new Map<string, BallotForm>();
  const problems: FormFileProblem[] = [];
  for (const id of folderNames(folder)) {
    const read = readFormFile(folder, id);
    if (read.ok) forms.set(id, read.form);
    else problems.push(...read.problems);
  }
  if (forms.size === 0 && problems.length === 0) {
    problems.push({ file: folder, field: '', reason: 'no-forms', detail: 'no folder with a form.json' });
  }
  return problems.length === 0 ? { ok: true, forms } : { ok: false, problems };
}

/** One line per problem, for the operator who starts the service. */
export function describeFormProblem(problem: FormFileProblem): string {
  const field = problem.field === '' ? '' : ` ${problem.field}:`;
  return `${problem.file}:${field} ${problem.reason} (${problem.detail})`;
}

function folderNames(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}

function readFormFile(folder: string, id: string): ReadFormFile {
  const file = `${id}/form.json`;
  let text: string;
  try {
    text = readFileSync(join(folder, id, 'form.json'), 'utf8');
  } catch {
    return withoutFile(file, 'unreadable', 'the file is missing or cannot be read');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return withoutFile(file, 'not-json', error instanceof Error ? error.message : 'not JSON');
  }
  const read = readBallotForm(value);
  if (!read.ok) return { ok: false, problems: read.problems.map((problem) => ({ file, ...problem })) };
  if (read.form.id === id) return read;
  const detail = `the folder is "${id}", the form says "${read.form.id}"`;
  return { ok: false, problems: [{ file, field: 'id', reason: 'folder-is-not-id', detail }] };
}

function withoutFile(file: string, reason: FormFileProblem['reason'], detail: string): ReadFormFile {
  return { ok: false, problems: [{ file, field: '', reason, detail }] };
}
