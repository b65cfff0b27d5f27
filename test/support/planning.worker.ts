// Imports a file on a connection of its own, and waits when it is planned until it is let go.
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { storesBeside } from '../../src/server/store/sqlite.ts';
import { enterDelegateFile } from '../../src/server/workers/office/delegates-work.ts';
import { importFile, previewFile } from '../../src/server/workers/office/province-work.ts';
import { importRosterFile } from '../../src/server/workers/office/roster-work.ts';
import { aCommittee } from './build/committees.ts';
import { importedAt, importer } from './build/imports.ts';

/** `gate`: whether it has come to the end of its plan, and whether it may go on. */
export interface ImportToHold {
  readonly folder: string;
  readonly kind: 'roster' | 'province' | 'delegates';
  readonly text: string;
  readonly gate: Int32Array;
}

const { folder, kind, text, gate }: ImportToHold = workerData;
const { committees, summoned, close } = storesBeside({ kind: 'sqlite', folder }, { readonly: false });
const today = '2026-12-01';
const asked = { file: Buffer.from(text), capitals: 'keep' as const, today };
const made = { accountId: importer, at: importedAt };

/** How many ids there are until it waits: they are given to what is new when everything else is planned. */
const last = { roster: 1, province: 1, delegates: 2 };
let given = 0;

function newId(): string {
  given += 1;
  if (given === last[kind]) {
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    Atomics.wait(gate, 1, 0);
  }
  return randomUUID();
}

const imports = {
  roster: () => importRosterFile(committees, { ...asked, personId: null, office: null, made }, () => {}, newId),
  province: async () => {
    const options = { ...asked, on: today, missing: 'keep' as const };
    const seen = await previewFile(committees, options);
    if (!seen.ok) return seen;
    return importFile(committees, { ...options, diff: seen.value.diff, personId: null, made }, () => {}, newId);
  },
  delegates: () => {
    const place = { committeeId: aCommittee(1).id, term: '2025–2030', diff: undefined };
    return enterDelegateFile({ committees, summoned }, { ...asked, ...place, made }, newId);
  },
};
const done = await imports[kind]();
await close();
parentPort?.postMessage(done.ok ? 'imported' : done.refusal);
