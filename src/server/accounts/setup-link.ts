import { createHash, timingSafeEqual } from 'node:crypto';
import type { RandomBytes } from '../../protocol/arithmetic/random.ts';

/** The one-time link of the first administrator. Only the hash of its token is kept, and only in memory. */
export interface SetupLink {
  /** Makes a token; the one before is void. */
  renew(): string;
  matches(token: string): boolean;
  /** After use. */
  end(): void;
}

export function setupLink(random: RandomBytes): SetupLink {
  let kept: Buffer | undefined;
  return {
    renew: () => {
      const token = Buffer.from(random(24)).toString('base64url');
      kept = sha256(token);
      return token;
    },
    matches: (token) => kept !== undefined && timingSafeEqual(kept, sha256(token)),
    end: () => {
      kept = undefined;
    },
  };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
