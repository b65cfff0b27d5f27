import { parseVotingLink } from '../../client/voting-link.ts';
import type { DeviceStorage } from '../shared/device/device-storage.ts';

/**
 * The papers that were received on this very phone. There is no sheet to scan again, so the phone is the paper: it
 * keeps the link until voting is over or its owner wipes it (docs/decisions/what-a-phone-keeps.md).
 */
export interface PhonePapers {
  /** The link of a paper that was received here. */
  read(sessionId: string): string | undefined;
  /** The credential of a paper that may or may not be registered: its answer never came. */
  readBegun(sessionId: string): string | undefined;
  /** @returns false when this browser keeps nothing: then no paper may be received here */
  begin(sessionId: string, credential: string): boolean;
  keep(sessionId: string, link: string): void;
  wipe(sessionId: string): void;
}

export function phonePapers(keeping: DeviceStorage, accountId: string): PhonePapers {
  const paper = (sessionId: string) => `phieu.paper.${accountId}.${sessionId}`;
  const begun = (sessionId: string) => `${paper(sessionId)}.begun`;
  return {
    read: (sessionId) => {
      const link = keeping.read(paper(sessionId));
      return link !== undefined && parseVotingLink(link)?.sessionId === sessionId ? link : undefined;
    },
    readBegun: (sessionId) => keeping.read(begun(sessionId)),
    begin: (sessionId, credential) => keeping.write(begun(sessionId), credential),
    keep: (sessionId, link) => {
      keeping.write(paper(sessionId), link);
      keeping.remove(begun(sessionId));
    },
    wipe: (sessionId) => {
      keeping.remove(paper(sessionId));
      keeping.remove(begun(sessionId));
    },
  };
}
