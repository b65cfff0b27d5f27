import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { managedNonce, utf8ToBytes } from '@noble/ciphers/utils.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';

/** Encrypts what a phone keeps for one paper, so that only whoever has the paper can read it. */
export interface Lock {
  /** Under which it is kept; tells nothing about the paper. */
  readonly name: string;
  shut(text: string): string;
  /** undefined for anything that was not shut with this paper. */
  open(shut: string): string | undefined;
}

/** The credential has 129 random bits, so that a key follows from it without stretching. */
export function lockOf(sessionId: string, credential: string): Lock {
  const derive = (purpose: string) =>
    hkdf(sha256, utf8ToBytes(credential), utf8ToBytes(sessionId), utf8ToBytes(`phieu-vote-${purpose}`), 32);
  const cipher = managedNonce(xchacha20poly1305)(derive('key'));
  return {
    name: bytesToHex(derive('name').slice(0, 12)),
    shut: (text) => bytesToHex(cipher.encrypt(new TextEncoder().encode(text))),
    open: (shut) => {
      try {
        return new TextDecoder().decode(cipher.decrypt(hexToBytes(shut)));
      } catch {
        return undefined;
      }
    },
  };
}
