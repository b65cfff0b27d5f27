import type { Failure } from '../fetch/answer.ts';
import { FailureNote } from '../fetch/failure-note.tsx';
import { useTranslation } from '../show/sentences.ts';
import { listSentences } from './list-sentences.ts';
import { NoteGroups, type PlacedNote } from './note-groups.tsx';

/** Why a list was refused: what to do about it, and every place that is wrong. */
export function ListFailure({ failure }: { readonly failure: Failure | undefined }) {
  const { pick } = useTranslation(listSentences);
  const problem = failure?.problem;
  const placed = (problem?.problems ?? []).flatMap(placedNote);
  if (problem === undefined || placed.length === 0) return <FailureNote failure={failure} />;
  return (
    <div role="alert">
      <div class="note alarm">
        <p>{pick(problem.messages)}</p>
        <NoteGroups notes={placed} several />
      </div>
    </div>
  );
}

type Item = NonNullable<NonNullable<Failure['problem']>['problems']>[number];

/** For programs that know nothing of worksheets a column is named with its worksheet. */
function placedNote({ messages, worksheet, column, ...item }: Item): PlacedNote[] {
  if (messages === undefined) return [];
  return [{ ...item, worksheet, column: column?.replace(worksheet ? `${worksheet}: ` : '', ''), messages }];
}
