import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { type SessionId, type SessionState, sessionId } from '../../domain/session/session.ts';
import type { RandomBytes } from '../../protocol/arithmetic/random.ts';
import { flushFolder } from '../kit/flush.ts';
import { makeFolder } from '../kit/make-folder.ts';
import { AlteredSession } from './session-locks.ts';
import { isShut } from './session-seal.ts';
import { storageTrouble } from './storage-trouble.ts';

/** Below the data folder, where no other place is named. */
export const linkKeysName = 'link-keys';

/** Bytes. */
export const linkKeyLength = 32;

/**
 * The keys under which the links from voters to phone papers are sealed, one a session, each a file of its own apart
 * from the database and from every backup: what no copy of the database can give away once the key is destroyed. Nodes
 * share the folder. Nothing of a key is remembered here, so that one that is gone is gone for everybody at once.
 */
export interface LinkKeys {
  /** Undefined where there is none, or none any more; throws `AlteredSession` for a file that is no key. */
  find(id: SessionId): Uint8Array | undefined;
  has(id: SessionId): boolean;
  /** The session's key, made where there is none; it and its name are on disk. Several that make one have the same. */
  make(id: SessionId): Uint8Array;
  /** Overwrites and removes the key, and whatever somebody who was killed left of it. */
  destroy(id: SessionId): void;
  /** The sessions of which anything is left. */
  list(): readonly SessionId[];
}

/** The keys in `folder`, which is made with the first of them. */
export function linkKeysIn(folder: string, random: RandomBytes = randomBytes): LinkKeys {
  const pathOf = (id: SessionId) => join(folder, `${id}${ending}`);
  const find = (id: SessionId) => {
    const bytes = bytesOf(pathOf(id));
    if (bytes !== undefined && bytes.length !== linkKeyLength) throw new AlteredSession(id, 'its key of links is none');
    return bytes;
  };
  const namesOf = () =>
    namesIn(folder).flatMap((name) => {
      const [id] = name.split('.', 1);
      const parsed = sessionId.safeParse(id);
      return parsed.success && (name.endsWith(ending) || name.endsWith(unfinished)) ? [{ id: parsed.data, name }] : [];
    });
  return {
    find,
    has: (id) => existsSync(pathOf(id)),
    make: (id) => {
      const known = find(id);
      if (known !== undefined) return known;
      makeFolder(folder);
      // Whole and on disk before it has the name that everybody looks for.
      const part = join(folder, `${id}.${Buffer.from(random(8)).toString('hex')}${unfinished}`);
      writeFileSync(part, random(linkKeyLength), { mode: 0o600, flag: 'wx', flush: true });
      nameOnce(part, pathOf(id));
      flushFolder(folder);
      const made = find(id);
      if (made === undefined) throw new Error(`the key of links of session ${id} was taken away`);
      return made;
    },
    destroy: (id) => {
      const names = namesOf().filter((one) => one.id === id);
      for (const { name } of names) destroyFile(join(folder, name));
      if (names.length > 0) flushFolder(folder);
    },
    list: () => [...new Set(namesOf().map(({ id }) => id))],
  };
}

/** Destroys the key of a session whose box is shut for good. Where the disk refuses, the next round tries again and tells. */
export function destroyOrLeave(keys: LinkKeys, id: SessionId): void {
  try {
    keys.destroy(id);
  } catch (error) {
    if (storageTrouble(error) === undefined) throw error;
  }
}

/** Destroys what a killed service, or a disk that refused, left of the keys of sessions whose box is shut. */
export function destroyLeftKeys(
  keys: LinkKeys,
  sessions: readonly { readonly id: SessionId; readonly state: SessionState }[],
): readonly SessionId[] {
  const shut = new Set(sessions.filter(({ state }) => isShut(state)).map(({ id }) => id));
  const left = keys.list().filter((id) => shut.has(id));
  for (const id of left) keys.destroy(id);
  return left;
}

const ending = '.key';
const unfinished = '.new';

function bytesOf(path: string): Uint8Array | undefined {
  return unlessMissing(() => new Uint8Array(readFileSync(path)));
}

function namesIn(folder: string): readonly string[] {
  return unlessMissing(() => readdirSync(folder)) ?? [];
}

/** Gives the file its name unless another node was first. */
function nameOnce(part: string, path: string): void {
  try {
    linkSync(part, path);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    // Disks without second names (a stick's FAT) serve one process only, and so nobody can come in between.
    if (withoutLinks.has(code) && !existsSync(path)) {
      renameSync(part, path);
      return;
    }
    if (code !== 'EEXIST' && !withoutLinks.has(code)) throw error;
  }
  // A second name of the key itself, or one that nothing was sealed with.
  unlinkSync(part);
}

const withoutLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL']);

/** What lies beneath a file system may keep old blocks; the threat model says so. */
function destroyFile(path: string): void {
  unlessMissing(() => {
    const file = openSync(path, 'r+');
    try {
      writeSync(file, Buffer.alloc(Math.max(statSync(path).size, linkKeyLength)), 0, undefined, 0);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    unlinkSync(path);
  });
}

/** Another node may have been there before. */
function unlessMissing<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
