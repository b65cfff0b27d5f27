/**
 * A subject as the question of the session's election: on the record, on every phone that compares the two, and in the
 * tables of whoever verifies. Composed, without control characters (PROTOCOL §3).
 */
export function subjectLine({ name, position }: { readonly name: string; readonly position: string }): string {
  return electionText(`${name} — ${position}`);
}

/** A text as an election may hold it (PROTOCOL §3). Names that came by older doors than today's are composed here. */
export function electionText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\p{Cc}/gu, ' ');
}
