import type { CommitteeId } from '../committee/committee.ts';
import { codeKey } from '../text/code-key.ts';
import { addedIn, type DelegatesImage, type ImportImage, type ListedImport, type RosterImage } from './kept-import.ts';
import type { ImportLoad } from './known-of-import.ts';
import type { PersonId } from './person.ts';

const none: ReadonlySet<never> = new Set();

/** What the taking back of an import looks at; of one of which nothing is kept, nothing. */
export function importLoad(kept: ListedImport, image: ImportImage | null): ImportLoad {
  if (image === null) return ofNothing;
  return image.of === 'roster' ? ofRoster(kept, image) : ofDelegates(kept, image);
}

const ofNothing: ImportLoad = {
  touched: { committees: none, people: none, addedCommittees: none, addedPeople: none },
  seats: { ids: [], committees: none, people: none },
  people: [],
  codes: [],
  summoned: null,
};

function ofRoster(kept: ListedImport, image: RosterImage): ImportLoad {
  const addedCommittees = addedIn<CommitteeId>(image.committees);
  const addedPeople = addedIn(image.people);
  const committees = new Set([...kept.committeeIds, ...addedCommittees]);
  const people = image.people.map(({ id }) => id as PersonId);
  const codes = image.people.flatMap(({ before }) => before?.code ?? []);
  return {
    touched: { committees, people: new Set(people), addedCommittees, addedPeople },
    seats: { ids: image.seats.map(({ id }) => id), committees, people: addedPeople },
    people,
    codes: codes.map(codeKey),
    summoned: null,
  };
}

function ofDelegates(kept: ListedImport, { before }: DelegatesImage): ImportLoad {
  const { committeeId, term } = kept;
  if (committeeId === null || term === null) throw new Error(`import ${kept.id} of delegates is of no committee`);
  return {
    ...ofNothing,
    touched: { ...ofNothing.touched, committees: new Set([committeeId]) },
    people: (before ?? []).flatMap(({ personId }) => personId ?? []),
    summoned: { committeeId, term },
  };
}
