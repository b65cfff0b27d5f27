import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Device } from '../client/device.ts';
import { sodiumGroup } from '../server/arithmetic/sodium-group.ts';

/** This machine, for the programs of people: libsodium, the system's randomness and clock. */
export const nodeDevice: Device = {
  group: sodiumGroup,
  random: randomBytes,
  wait: async (milliseconds) => {
    await wait(milliseconds);
  },
};
