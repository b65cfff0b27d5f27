import type { SessionOfTeller } from '../../contract/session/teller-view.ts';
import type { TellerActs } from './teller-acts.ts';
import type { TellerState } from './teller-state.ts';

export interface StageProps {
  readonly acts: TellerActs;
  readonly state: TellerState;
  readonly session: SessionOfTeller;
  /** The teller's own index, from 1. */
  readonly me: number;
}
