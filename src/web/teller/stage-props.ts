import type { SessionView } from '../../contract/session/sessions.ts';
import type { TellerProgram } from './teller-program.ts';
import type { TellerState } from './teller-state.ts';

export interface StageProps {
  readonly telling: TellerProgram;
  readonly state: TellerState;
  readonly session: SessionView;
  /** The teller's own index, from 1. */
  readonly me: number;
}
