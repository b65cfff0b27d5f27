import type { PrintRun } from '../../domain/session/session.ts';

/** @param current version of the list of subjects that is printed now */
export function printRunView({ listVersion, address, ...printRun }: PrintRun, current: number) {
  return { ...printRun, address: address ?? null, recalled: listVersion < current };
}
