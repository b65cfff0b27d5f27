import type * as contract from '../../contract/session/summoned.ts';
import { sameContent } from '../../domain/creation.ts';
import { isBornLater } from '../../domain/roster/born-later.ts';
import { knownParts } from '../../domain/roster/same-person.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import { decideAddCadre, type Summoned } from '../../domain/session/summoned.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import { localDay } from '../kit/local-time.ts';
import { uuid } from '../kit/uuid.ts';
import { findMade } from '../meeting/find-made.ts';
import { shown } from './shown-list.ts';

export async function addKeyCadre(deps: Deps, { params, query, body, about }: Call<typeof contract.addKeyCadre>) {
  const { personId } = body;
  if (isBornLater(body.birthYear, localDay(deps.clock()))) return refuse('bad-birth-year');
  const person = personId === null ? undefined : await deps.store.committees.findPerson(personId);
  if (personId !== null && person === undefined) return refuse('unknown-person');
  const { id = personId ?? uuid(deps.random), birthYear, ...asked } = body;
  const cadre: Summoned = {
    ...asked,
    id,
    standing: 'key-cadre',
    struck: null,
    ...knownParts({ code: person?.code, birthYear: person?.birthYear ?? birthYear }),
  };
  return shown(
    await deps.store.summoned.change(params.committeeId, query.term, (known) => {
      const there = body.id === undefined ? undefined : known?.people.find((one) => one.id === id);
      const made = findMade(about, there, (one) => sameContent(saidOf(one), saidOf(cadre)));
      if (!made.ok) return made;
      return known !== undefined && made.value ? accept(known) : decideAddCadre(known, cadre);
    }),
  );
}

function saidOf({ personId, name, position, birthYear, votes, standing }: Summoned) {
  return [personId, name, position, birthYear, votes, standing];
}
