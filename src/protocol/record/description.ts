/** SHA-256 of the documents that a vote rests on, each 64 lower-case hexadecimal digits. */
export interface DocumentHashes {
  /** the roll as it stood at opening */
  readonly roll: string;
  /** the ballot form */
  readonly form: string;
  /** the briefing that voters saw */
  readonly briefing: string;
}

const hash = '[0-9a-f]{64}';
const form = new RegExp(
  `^(.*?) · SHA-256: danh sách \\(roll\\) (${hash}); mẫu phiếu \\(form\\) (${hash}); quán triệt \\(briefing\\) (${hash})$`,
  'su',
);

/**
 * The description of an election: a title sentence, then the hashes of roll, form and briefing, all in one line that
 * a reader of any verifier sees and can compare:
 *
 * `Title · SHA-256: danh sách (roll) <hex>; mẫu phiếu (form) <hex>; quán triệt (briefing) <hex>`
 *
 * Since the election's fingerprint covers the description, those documents cannot be exchanged after opening. The title
 * must not itself contain ` · SHA-256: `; hashes in another form are a bug and throw.
 */
export function createDescription(title: string, hashes: DocumentHashes): string {
  const { roll, form: ballotForm, briefing } = hashes;
  const text = `${title} · SHA-256: danh sách (roll) ${roll}; mẫu phiếu (form) ${ballotForm}; quán triệt (briefing) ${briefing}`;
  if (readDescription(text).title !== title) throw new TypeError('not the form of a hash');
  return text;
}

/** The title and the hashes of a description. One made by another program holds no hashes and is all title. */
export function readDescription(description: string): { readonly title: string; readonly hashes?: DocumentHashes } {
  const found = form.exec(description);
  if (found === null) return { title: description };
  const [, title = '', roll = '', ballotForm = '', briefing = ''] = found;
  return { title, hashes: { roll, form: ballotForm, briefing } };
}
