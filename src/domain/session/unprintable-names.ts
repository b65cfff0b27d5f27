import type { Problem } from '../ruling.ts';
import { findUnprintable, letterName } from '../text/printable.ts';
import type { Session } from './session.ts';

/** As many as somebody corrects at once. */
const namesListed = 20;

/** What papers and minutes would print of a session and cannot: each text once, with the letter that no face has. */
export function unprintableTexts(session: Session): readonly Problem[] {
  const { committeeName, superiorName, chair, settings, subjects, roll, nonVoters, tellers } = session;
  const { title, place, placeOfIssue, convenedBy, plan } = settings;
  const people = [...subjects, ...roll, ...nonVoters].flatMap(({ name, position }) => [
    name,
    // A position alone does not say whose it is.
    ...(findUnprintable(position) === undefined ? [] : [`${name}, ${position}`]),
  ]);
  const texts = [committeeName, superiorName, title, place, placeOfIssue, convenedBy, plan, chair.name, ...people];
  const printed = new Set([...texts, ...tellers.map(({ name }) => name)]);
  return [...printed]
    .flatMap((text) => {
      const letter = text == null ? undefined : findUnprintable(text);
      return letter === undefined ? [] : [{ code: 'unprintable-letter', about: `${text} – ${letterName(letter)}` }];
    })
    .slice(0, namesListed);
}
