import { createHash, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from '../../protocol/arithmetic/random.ts';
import type { SetupLinkStore } from '../store/setup-link-store.ts';

/** The one-time link of the first administrator, on whichever node it was made. Only the hash of its token is kept. */
export interface SetupLink {
  /** Makes a token; the one before is void. */
  renew(): Promise<string>;
  matches(token: string): Promise<boolean>;
  /** After use. */
  end(): Promise<void>;
}

export function setupLink(store: SetupLinkStore, random: RandomBytes): SetupLink {
  return {
    renew: async () => {
      const token = Buffer.from(random(24)).toString('base64url');
      await store.renew(sha256(token).toString('hex'));
      return token;
    },
    matches: async (token) => {
      const kept = await store.hash();
      return kept !== null && timingSafeEqual(Buffer.from(kept, 'hex'), sha256(token));
    },
    end: store.end,
  };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
