import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { call } from '../../client/api.ts';
import type { Device } from '../../client/device.ts';
import { openTotals } from '../../client/teller/open-totals.ts';
import { readHints, readRecord } from '../../contract/box/box.ts';
import {
  attachSignedMinutes,
  publishResult,
  readMinutes,
  readRecordDocuments,
  readResult,
  readResultTable,
  readSupplement,
  type resultView,
} from '../../contract/results/results.ts';
import type { SessionId } from '../../domain/session/session.ts';
import type { BallotChecker } from '../../protocol/verify/verify-options.ts';
import type { ResultFile } from '../result-file.ts';
import { granted, held } from './granted.ts';
import type { TellerAtWork } from './make-keys.ts';
import type { Member } from './people.ts';

export type Result = z.infer<typeof resultView>;

/** Each teller types the announced number; their programs verify the whole record before they open anything. */
export async function openAllShares(
  tellers: readonly TellerAtWork[],
  device: Device,
  sessionId: SessionId,
  announced: number,
  checkBallots: BallotChecker,
): Promise<readonly TellerAtWork[]> {
  const after: TellerAtWork[] = [];
  for (const { member, memory } of tellers) {
    const remember = async () => {};
    const opened = held(
      await openTotals(member.connection, device, sessionId, memory, { announced, remember, checkBallots }),
    );
    after.push({ member, memory: opened.memory });
  }
  return after;
}

/** Minutes are printed, signed and scanned; here what is printed stands for the scan. Then the chair publishes. */
export async function publish(chair: Member, office: Member, sessionId: SessionId): Promise<Result> {
  const params = { sessionId };
  const minutes = granted(await call(chair.connection, readMinutes, { params }));
  granted(await call(office.connection, attachSignedMinutes, { params, body: minutes }));
  return granted(await call(chair.connection, publishResult, { params }));
}

/** Whether somebody may read the result, as the service answers it. */
export async function tryToRead({ connection }: Member, sessionId: SessionId): Promise<string> {
  const reply = await call(connection, readResult, { params: { sessionId } });
  return reply.ok ? 'ok' : reply.refusal;
}

/** Everything that a reader of the result takes home. */
export interface Taken {
  readonly record: Uint8Array;
  readonly supplement: Uint8Array;
  readonly hints: Uint8Array;
  readonly documents: { readonly roll: string; readonly form: string; readonly briefing: string };
  readonly result: ResultFile;
}

/** A seat holder downloads the record and everything beside it. */
export async function takeHome({ connection }: Member, sessionId: SessionId, folder: string): Promise<Taken> {
  const params = { sessionId };
  const [record, supplement, csv, xlsx, minutes] = [
    granted(await call(connection, readRecord, { params })),
    granted(await call(connection, readSupplement, { params })),
    granted(await call(connection, readResultTable, { params, query: { format: 'csv' } })),
    granted(await call(connection, readResultTable, { params, query: { format: 'xlsx' } })),
    granted(await call(connection, readMinutes, { params })),
  ];
  const hints = granted(await call(connection, readHints, { params }));
  const documents = granted(await call(connection, readRecordDocuments, { params }));
  const result = resultFileOf(granted(await call(connection, readResult, { params })));
  await mkdir(join(folder, 'record'), { recursive: true });
  const files: [string, string | Uint8Array][] = [
    [`record/${sessionId}.bel`, record],
    [`record/${sessionId}.supplement.json`, supplement],
    [`record/${sessionId}.hints`, hints],
    ['result.json', `${JSON.stringify(result, null, 2)}\n`],
    ['results.csv', csv],
    ['results.xlsx', xlsx],
    ['minutes.pdf', minutes],
  ];
  for (const [name, content] of files) await writeFile(join(folder, name), content);
  return { record, supplement, hints, documents, result };
}

/** `result.json`: the result in its one documented shape. */
export function resultFileOf(result: Result): ResultFile {
  const {
    committeeName: committee,
    formId: form,
    summoned,
    present,
    voters,
    issued,
    collected,
    invalid,
    base,
    subjects,
    record,
  } = result;
  return {
    committee,
    form,
    summoned,
    present,
    issued,
    collected,
    invalid,
    base,
    ...(voters === summoned ? {} : { voters }),
    subjects: subjects.map(({ name, position, levels, tier, ...counts }) => ({
      name,
      position,
      collected: counts.collected,
      valid: counts.valid,
      invalid: counts.invalid,
      levels,
      tier,
    })),
    record: { fingerprint: record.fingerprint, uuid: record.uuid },
  };
}
