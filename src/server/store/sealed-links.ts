import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { SessionId, VoterId } from '../../domain/session/session.ts';
import type { RandomBytes } from '../../protocol/arithmetic/random.ts';
import { linkKeyLength } from './link-keys.ts';
import { AlteredSession } from './session-locks.ts';

/**
 * The link from a voter to a phone paper as a database keeps it: found by keyed hashes of either, told by what is sealed.
 * Without the session's key no column says anything of voter or credential, and all rows look alike.
 */
export interface SealedLink {
  readonly voterHash: string;
  readonly credentialHash: string;
  readonly sealed: string;
}

export interface LinkSealer {
  voterHash(voter: VoterId): string;
  credentialHash(credential: string): string;
  seal(voter: VoterId, credential: string): SealedLink;
  /** Throws `AlteredSession` for what was not sealed with this key, for this session and these hashes. */
  open(row: SealedLink): readonly [VoterId, string];
}

const cipher = 'aes-256-gcm';
/** Bytes. */
const [nonceLength, tagLength] = [12, 16];
/** Bytes: more than the longest id takes as JSON, so that no row is longer than another. */
const textLength = 512;

/** Seals the links of one session under its key. */
export function linkSealer(id: SessionId, key: Uint8Array, random: RandomBytes = randomBytes): LinkSealer {
  const keyFor = (purpose: string) =>
    new Uint8Array(hkdfSync('sha256', key, id, `phieu phone link ${purpose}`, linkKeyLength));
  const keys = { voter: keyFor('voter'), credential: keyFor('credential'), seal: keyFor('seal') };
  const voterHash = (voter: VoterId) => keyed(keys.voter, voter);
  const credentialHash = (credential: string) => keyed(keys.credential, credential);
  const boundTo = (row: Pick<SealedLink, 'voterHash' | 'credentialHash'>) =>
    Buffer.from(`phieu phone link|${id}|${row.voterHash}|${row.credentialHash}`);
  return {
    voterHash,
    credentialHash,
    seal: (voter, credential) => {
      const hashes = { voterHash: voterHash(voter), credentialHash: credentialHash(credential) };
      const nonce = random(nonceLength);
      const sealing = createCipheriv(cipher, keys.seal, nonce, { authTagLength: tagLength });
      sealing.setAAD(boundTo(hashes));
      const text = [sealing.update(padded(JSON.stringify([voter, credential]))), sealing.final()];
      return { ...hashes, sealed: Buffer.concat([nonce, ...text, sealing.getAuthTag()]).toString('base64url') };
    },
    open: (row) => {
      const bytes = Buffer.from(row.sealed, 'base64url');
      try {
        const opening = createDecipheriv(cipher, keys.seal, bytes.subarray(0, nonceLength), {
          authTagLength: tagLength,
        });
        opening.setAAD(boundTo(row));
        opening.setAuthTag(bytes.subarray(-tagLength));
        const text = Buffer.concat([opening.update(bytes.subarray(nonceLength, -tagLength)), opening.final()]);
        const [voter, credential] = JSON.parse(text.toString()) as [VoterId, string];
        return [voter, credential];
      } catch {
        // Too short for a nonce, another key, another row's or session's: nothing else can go wrong here.
        throw new AlteredSession(id, 'a link from a voter to a phone paper does not open with its key');
      }
    },
  };
}

/** JSON may end in spaces. */
function padded(text: string): Uint8Array {
  const bytes = Buffer.alloc(textLength, ' ');
  if (Buffer.byteLength(text) > textLength) throw new RangeError('an id is longer than ids can be');
  bytes.write(text);
  return bytes;
}

function keyed(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url');
}
