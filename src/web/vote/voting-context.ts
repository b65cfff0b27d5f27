import type { Connection } from '../../client/api.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { DeviceStorage } from '../shared/device/device-storage.ts';
import type { StateStore } from '../shared/device/store.ts';
import type { Lock } from './lock.ts';
import type { VotingState } from './voting-state.ts';

/** What a page is opened with: a paper's link, or a ballot that was sent from here while the link was there. */
export interface OpenedLink {
  readonly sessionId: SessionId;
  readonly readKey: string;
  /** Not there any more when the tab that had it was closed. */
  readonly credential?: string;
  /** Of the paper, under which things are kept. */
  readonly name: string;
}

/** One paper and where its vote stands: what all parts of the voting page's program work on. */
export interface VotingContext {
  readonly opened: OpenedLink;
  readonly store: StateStore<VotingState>;
  readonly connection: Connection;
  readonly keeping: DeviceStorage;
  /** Only with the credential. */
  readonly lock: Lock | undefined;
  /** The page was left: answers that still come are dropped. */
  isStopped(): boolean;
}
