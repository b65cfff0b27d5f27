import { accept, type Ruling, refuse } from '../ruling.ts';
import type { Briefing, Session } from './session.ts';

/** The secretary's briefing on purpose and requirements; recorded before opening, as voters read it. */
export function decideBrief(session: Session, briefing: Briefing): Ruling<Session, 'not-before-opening'> {
  if (session.state !== 'draft' && session.state !== 'issued') return refuse('not-before-opening');
  return accept({ ...session, briefing, opening: null });
}
