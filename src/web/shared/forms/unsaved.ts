import { leaving } from '../frame/hash.ts';

/** What would be lost, by whoever holds it: with the question that its screen asks before it goes, null for none. */
const held = new Map<object, string | null>();

/**
 * Says that something is only in this page's memory, or, with undefined, no longer. The browser asks, in its own words,
 * before the page is left.
 * @param question asked before another screen of the page takes the place of this one; null for what outlives its screen
 */
export function holdUnsaved(holder: object, question: string | null | undefined): void {
  if (question === undefined) held.delete(holder);
  else held.set(holder, question);
  const listen = held.size > 0 ? 'addEventListener' : 'removeEventListener';
  window[listen]('beforeunload', warn as EventListener);
  document[listen]('click', askOnLink as EventListener);
  leaving.ask = mayLeave;
  leaving.giveUp = giveUp;
}

/** Asks once whether what the screen holds may be lost; what may be is given up. */
function mayLeave(): boolean {
  const ofScreen = [...held].filter(([, question]) => question !== null);
  const question = ofScreen[0]?.[1];
  if (question && !window.confirm(question)) return false;
  for (const [holder] of ofScreen) holdUnsaved(holder, undefined);
  return true;
}

/** The page is another person's from here on: nothing of it may ask them to stay. */
function giveUp(): void {
  for (const holder of [...held.keys()]) holdUnsaved(holder, undefined);
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
  // Browsers before 2024 ask only when this is set.
  event.returnValue = true;
}

/** A link to another screen of the page is asked about before it is followed: staying leaves no trace in the history. */
function askOnLink(event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isAnotherTab = event.ctrlKey || event.metaKey || event.shiftKey || link?.target === '_blank';
  if (link === null || isAnotherTab || event.defaultPrevented) return;
  const [page, screen] = link.href.split('#');
  const [here, shown] = window.location.href.split('#');
  if (page === here && screen !== undefined && screen !== shown && !mayLeave()) event.preventDefault();
}
