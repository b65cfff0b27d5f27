import * as z from 'zod/mini';
import { headView } from '../../contract/kit/session-values.ts';
import { sessionId } from '../../domain/session/session.ts';
import type { DeviceStorage } from '../shared/device/device-storage.ts';
import type { Lock } from './lock.ts';
import { type Marking, readMarking, writeMarking } from './marking.ts';

/**
 * A ballot that was sent from this phone. It lies open, so that sending goes on after the tab and with it the
 * credential is gone: neither marks nor credential can be read off it (docs/decisions/what-a-phone-keeps.md).
 */
const keptBallot = z.object({
  sessionId,
  readKey: z.string(),
  title: z.string(),
  committeeName: z.string(),
  tracker: z.string(),
  /** Until the box has acknowledged it. */
  unsent: z.nullable(z.object({ text: z.string(), hint: z.optional(z.string()), recastKey: z.string() })),
  /** Why the box did not take it, if so. */
  refusal: z.nullable(z.string()),
  /** The tracker of the ballot that this one is to replace, which counts until then. */
  earlier: z.nullable(z.string()),
  /** Whether the box lets this phone cast again. */
  mayRecast: z._default(z.boolean(), true),
  /** That came with the acknowledgements of this paper's ballots: the closed record must have gone through each. */
  heads: z._default(z.array(headView), []),
});
export type KeptBallot = z.infer<typeof keptBallot>;

const ballotPrefix = 'phieu.vote.ballot.';
const draftPrefix = 'phieu.vote.draft.';
const recastPrefix = 'phieu.vote.recast.';

/** Where the ballot and the draft of a paper are kept; another tab hears under these names that they changed. */
export const ballotKey = (name: string): string => ballotPrefix + name;
export const draftKey = (name: string): string => draftPrefix + name;

/** Everything this phone keeps of ballots it sent, by the name of their paper. */
export function keptBallots(keeping: DeviceStorage): readonly { readonly name: string; readonly ballot: KeptBallot }[] {
  return keeping
    .names()
    .filter((name) => name.startsWith(ballotPrefix))
    .flatMap((name) => {
      const ballot = readKeptBallot(keeping, name.slice(ballotPrefix.length));
      return ballot === undefined ? [] : [{ name: name.slice(ballotPrefix.length), ballot }];
    });
}

export function readKeptBallot(keeping: DeviceStorage, name: string): KeptBallot | undefined {
  try {
    return keptBallot.safeParse(JSON.parse(keeping.read(ballotKey(name)) ?? '')).data;
  } catch {
    return undefined;
  }
}

/** @returns whether it will survive the page */
export function keepBallot(keeping: DeviceStorage, name: string, ballot: KeptBallot): boolean {
  return keeping.write(ballotKey(name), JSON.stringify(ballot));
}

export function forgetBallot(keeping: DeviceStorage, name: string): void {
  keeping.remove(ballotKey(name));
}

export function readDraft(keeping: DeviceStorage, lock: Lock): Marking {
  const shut = keeping.read(draftKey(lock.name));
  return readMarking(shut === undefined ? undefined : lock.open(shut));
}

export function keepDraft(keeping: DeviceStorage, lock: Lock, marking: Marking): boolean {
  return keeping.write(draftKey(lock.name), lock.shut(writeMarking(marking)));
}

export function wipeDraft(keeping: DeviceStorage, name: string): void {
  keeping.remove(draftKey(name));
}

/** The key with which this phone casts again; nobody reads it without the paper. */
export function readRecastKey(keeping: DeviceStorage, lock: Lock): string | undefined {
  const shut = keeping.read(recastPrefix + lock.name);
  return shut === undefined ? undefined : lock.open(shut);
}

export function keepRecastKey(keeping: DeviceStorage, lock: Lock, recastKey: string): boolean {
  return keeping.write(recastPrefix + lock.name, lock.shut(recastKey));
}
