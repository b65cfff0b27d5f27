import { setTimeout as wait } from 'node:timers/promises';
import type { SheetInBox } from '../../../src/cli/demo/count-ballots.ts';
import { granted, held } from '../../../src/cli/demo/granted.ts';
import type { TellerAtWork } from '../../../src/cli/demo/make-keys.ts';
import type { Result } from '../../../src/cli/demo/open-result.ts';
import { nodeDevice } from '../../../src/cli/node-device.ts';
import { call } from '../../../src/client/api.ts';
import { castSealedSheet, sealSheet } from '../../../src/client/desk.ts';
import type { BlankPaper } from '../../../src/client/office.ts';
import type { TellerMemory } from '../../../src/client/teller/memory.ts';
import { openTotals } from '../../../src/client/teller/open-totals.ts';
import { announceCount, closeSession, readRecord } from '../../../src/contract/box/box.ts';
import { proposeDecision, signDecision } from '../../../src/contract/decisions/decisions.ts';
import { markUnused } from '../../../src/contract/papers/papers.ts';
import {
  attachSignedMinutes,
  publishResult,
  readMinutes,
  readRecordDocuments,
  readResult,
  readSupplement,
} from '../../../src/contract/results/results.ts';
import type { SessionId } from '../../../src/domain/session/session.ts';
import { utf8Bytes } from '../../../src/protocol/encoding/utf8.ts';
import type { Election } from '../../../src/protocol/record/election.ts';
import type { BoxLedger } from './box-ledger.ts';
import type { SoakHall } from './hall.ts';
import { persist } from './persist.ts';
import { sessionNow } from './prepare.ts';

/** Chair and a teller end voting on phones; resolves when the countdown is over. */
export async function endPhoneVoting(hall: SoakHall, sessionId: SessionId): Promise<void> {
  const { service, again, members } = hall;
  const params = { sessionId };
  const body = { action: { kind: 'end-phone-voting' }, reason: 'Đã bỏ phiếu xong' } as const;
  const proposed = async () =>
    (await sessionNow(hall, sessionId)).decisions.find(({ action }) => action.kind === body.action.kind);
  await persist(
    service,
    async () => granted(await call(again(members.chair), proposeDecision, { params, body })),
    async () => (await proposed()) !== undefined,
  );
  const [teller = members.chair] = members.tellers;
  const decisionId = (await proposed())?.id ?? '';
  await persist(
    service,
    async () => granted(await call(again(teller), signDecision, { params: { ...params, decisionId } })),
    async () => (await proposed())?.status === 'effective',
  );
  while ((await sessionNow(hall, sessionId)).state !== 'counting') await wait(200);
}

/** The tellers announce how many papers came back; then the sheets are keyed. */
export async function countSheets(
  hall: SoakHall,
  sessionId: SessionId,
  election: Election,
  sheets: readonly SheetInBox[],
  ledger: BoxLedger,
  collected: number,
): Promise<void> {
  const { service, again, once, members } = hall;
  const [teller = members.chair] = members.tellers;
  const { issued } = (await sessionNow(hall, sessionId)).ledger;
  const body = { issued, collected, sheets: sheets.length };
  granted(await call(again(teller), announceCount, { params: { sessionId }, body }));
  for (const { sheet, marks } of sheets) {
    const sealed = sealSheet(nodeDevice, election, { credential: sheet.credential, marks, invalidReason: null });
    const ballot = { paper: sheet.credential, text: sealed.ballot.text, marks };
    ledger.send(ballot);
    await persist(service, async () => {
      const { value } = held(await castSealedSheet(once(teller), nodeDevice, sessionId, sealed));
      ledger.acknowledge(ballot, value.head);
    });
  }
}

export async function close(hall: SoakHall, sessionId: SessionId, spares: readonly BlankPaper[]): Promise<void> {
  const { service, again, members } = hall;
  const params = { sessionId };
  const sheets = spares.map(({ serial }) => ({ serial }));
  granted(await call(again(members.office), markUnused, { params, body: { sheets } }));
  await persist(
    service,
    async () => granted(await call(again(members.chair), closeSession, { params })),
    async () => (await sessionNow(hall, sessionId)).state === 'closed',
  );
}

/** Every teller's program verifies the whole record and sends its share; gives what they remember. */
export async function openAll(
  { service, again }: SoakHall,
  sessionId: SessionId,
  tellers: readonly TellerAtWork[],
  announced: number,
): Promise<readonly TellerMemory[]> {
  const memories: TellerMemory[] = [];
  for (const { member, memory } of tellers) {
    let kept = memory;
    const remember = async (next: TellerMemory) => {
      kept = next;
    };
    await persist(service, async () =>
      held(await openTotals(again(member), nodeDevice, sessionId, kept, { announced, remember })),
    );
    memories.push(kept);
  }
  return memories;
}

/** What is printed stands for the scan of what was signed. */
export async function attachMinutes({ again, members }: SoakHall, sessionId: SessionId): Promise<void> {
  const params = { sessionId };
  const body = granted(await call(again(members.chair), readMinutes, { params }));
  granted(await call(again(members.office), attachSignedMinutes, { params, body }));
}

export async function publish(hall: SoakHall, sessionId: SessionId): Promise<void> {
  const { service, again, members } = hall;
  const params = { sessionId };
  await persist(
    service,
    async () => granted(await call(again(members.chair), publishResult, { params })),
    async () => (await sessionNow(hall, sessionId)).state === 'published',
  );
}

/** What a reader of the result takes home. */
export interface TakenHome {
  readonly record: Uint8Array;
  readonly supplement: Uint8Array;
  readonly documents: { readonly roll: Uint8Array; readonly form: Uint8Array; readonly briefing: Uint8Array };
  readonly result: Result;
}

export async function takeHome({ again, members }: SoakHall, sessionId: SessionId): Promise<TakenHome> {
  const reader = again(members.readers.superior);
  const params = { sessionId };
  const { roll, form, briefing } = granted(await call(reader, readRecordDocuments, { params }));
  return {
    record: granted(await call(reader, readRecord, { params })),
    supplement: granted(await call(reader, readSupplement, { params })),
    documents: { roll: utf8Bytes(roll), form: utf8Bytes(form), briefing: utf8Bytes(briefing) },
    result: granted(await call(reader, readResult, { params })),
  };
}
