import { expect, onTestFinished, test } from 'vitest';
import type { Committee } from '../../src/domain/committee/committee.ts';
import { accept } from '../../src/domain/ruling.ts';
import { sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { castBallot } from '../../src/server/box/cast-ballot.ts';
import { shownBoxes } from '../../src/server/meeting/shown-box.ts';
import { paperGuard } from '../../src/server/record/paper-guard.ts';
import { ownRecord } from '../../src/server/store/record-ref.ts';
import { aCommittee } from '../support/build/committees.ts';
import { aPersonId } from '../support/build/ids.ts';
import { rehearsed } from '../support/build/sessions.ts';
import { aTalliedVote, attachMinutes, inject, sendFile, signedScan } from '../support/service/counted-vote.ts';
import { keepDocument } from '../support/service/documents.ts';
import { aHall, anIssued, aPrintRun } from '../support/service/hall.ts';
import { hallTellers } from '../support/service/hall-tellers.ts';
import { patchStore } from '../support/service/patched-store.ts';
import { bothStores } from '../support/service/stores.ts';
import { type Answer, aVoteService, opened, sealed, type VoteService } from '../support/service/vote-service.ts';

const report = Buffer.from('%PDF-1.7\nBáo cáo kiểm điểm');

/** Lets a request come as far as its step of the session; then `meanwhile` happens, and the step goes on. */
async function heldBeforeItsStep(
  { service }: Pick<VoteService, 'service'>,
  request: () => Promise<Pick<Answer, 'status' | 'body'>>,
  meanwhile: () => Promise<unknown>,
): Promise<string> {
  let wasHeld = false;
  patchStore(service.deps.store, ({ sessions }) => {
    const { update } = sessions;
    sessions.update = async (...parts: unknown[]) => {
      if (!wasHeld) {
        wasHeld = true;
        await meanwhile();
      }
      return (update as (...given: unknown[]) => Promise<never>)(...parts);
    };
  });
  const { status, body } = await request();
  expect(wasHeld).toBe(true);
  return `${status} ${body?.code ?? ''}`;
}

async function aDraftWithDossier() {
  const made = await aVoteService();
  onTestFinished(() => made.service.app.close());
  const add = (query: string) => sendFile(made, 'POST', `dossiers?${query}`, made.chair, report);
  const { id: dossier } = (await add('title=Báo cáo')).body;
  const url = `/api/sessions/${made.vote.state.session.id}/dossiers/${dossier}`;
  const remove = () => inject(made.service.app, { method: 'DELETE', url, headers: { ...made.chair } });
  const titles = async () => {
    const listed = await made.service.deps.store.documents.list(made.vote.state.session.id);
    return listed.map(({ title }) => title);
  };
  return { made, add, remove, titles };
}

test('no dossier slips in or out while the box is opened', async () => {
  for (const name of ['add', 'remove'] as const) {
    const { made, add, remove, titles } = await aDraftWithDossier();
    const request = () => (name === 'add' ? add('title=Muộn') : remove());
    expect(await heldBeforeItsStep(made, request, () => opened(made))).toBe('409 not-before-opening');
    expect(await titles()).toEqual(['Báo cáo']);
  }
});

test('no dossier is about a subject who was struck off meanwhile', async () => {
  const { made, add, titles } = await aDraftWithDossier();
  const [first] = made.vote.state.session.subjects;
  const request = () => add(`title=Về đồng chí&subjectId=${first?.id}`);
  const strike = async () => {
    const { session } = await made.state();
    const subjects = session.subjects.map((one) => (one.id === first?.id ? { ...one, struckFor: 'Nghỉ hưu' } : one));
    await made.change({ subjects });
  };
  expect(await heldBeforeItsStep(made, request, strike)).toMatch(/unknown-subject/);
  expect(await titles()).toEqual(['Báo cáo']);
});

test('dossiers that come at once do not exceed their number together', async () => {
  const { made, add, titles } = await aDraftWithDossier();
  const { store } = made.service.deps;
  const { id: sessionId } = made.vote.state.session;
  for (let number = 2; number < 200; number++) {
    const document = { id: `d${number}`, sessionId, kind: 'dossier', subjectId: null, title: 'Khác' } as const;
    await keepDocument(store, document, report);
  }
  expect(
    await heldBeforeItsStep(
      made,
      () => add('title=201'),
      () => add('title=200'),
    ),
  ).toMatch(/too-many-dossiers/);
  expect((await titles()).length).toBe(200);
});

test('a result is published with the scan that is there, and no other comes once it is', async () => {
  const made = await aTalliedVote();
  onTestFinished(() => made.service.app.close());
  const other = Buffer.from('%PDF-1.7\nbản khác');
  const publish = () => made.post('publication', made.chair);
  await attachMinutes(made, other);
  expect(await heldBeforeItsStep(made, publish, () => attachMinutes(made))).toBe('200 ');
  expect((await made.get('signed-minutes', made.chair)).bytes).toEqual(signedScan);
  const published = (await made.state()).session.publication;
  await made.change({ state: 'tallied', publication: null });
  expect(await heldBeforeItsStep(made, () => attachMinutes(made, other), publish)).toBe('409 published-already');
  expect((await made.state()).session.publication).toMatchObject({ signedMinutesHash: published?.signedMinutesHash });
});

test('where another node takes a ballot of the same paper meanwhile, one is in the box and its phone is told, the other waits', async () => {
  const made = await aVoteService();
  onTestFinished(() => made.service.app.close());
  const election = await opened(made);
  const { deps } = made.service;
  const { id } = made.vote.state.session;
  const recastKey = 'a'.repeat(32);
  const ballotOf = (sheet: number, mark: number) => sealed(made, election, made.vote.sheets[sheet], [mark, 1]);
  const here = (ballot: string) => () => made.post('ballots', made.holder, { ballot, recastKey });
  // What a node remembers of papers it remembers alone.
  const elsewhere = (ballot: string) => () =>
    castBallot(deps, paperGuard(deps), shownBoxes(deps), id, { ballot, recastKey, plain: false });
  const [same, one, other] = [ballotOf(0, 0), ballotOf(1, 0), ballotOf(1, 2)];
  expect(await heldBeforeItsStep(made, here(same), elsewhere(same))).toBe('200 ');
  expect(await heldBeforeItsStep(made, here(one), elsewhere(other))).toMatch(/recast-pause/);
  expect(await deps.store.sessions.payloads(ownRecord(id), 'Ballot')).toEqual([same, other].map(sha256Hex));
});

test.each(bothStores)('on %s the result belongs to whoever is superior when the box opens', async (_name, newStore) => {
  const hall = await aHall({ PHIEU_SINGLE_TELLER: '1' }, await newStore());
  const { app, deps } = hall.service;
  onTestFinished(() => app.close());
  const id = await anIssued(hall, 1, 1);
  await (await hallTellers(hall, id, 1, 1)).run(5);
  await aPrintRun(hall, id, 3);
  await hall.change(id, rehearsed);
  await hall.at(id, 'PUT', '/briefing', hall.secretary, { text: 'Mục đích, yêu cầu' });
  await hall.at(id, 'PUT', '/attendance', hall.office, { present: [1, 2, 3].map(aPersonId) });
  const { setupHash } = (await hall.at(id, 'POST', '/opening', hall.chair)).body;
  await hall.at(id, 'POST', '/opening/confirmation', hall.teller(1), { setupHash });
  const other = aCommittee(3).id;
  const change = (committee: Committee) => deps.store.committees.change({ around: [] }, () => accept(committee));
  const move = async () => {
    const committee = await deps.store.committees.find(aCommittee(2).id);
    if (committee !== undefined) await change({ ...committee, superiorId: other });
  };
  expect(await heldBeforeItsStep(hall, () => hall.at(id, 'POST', '/open', hall.chair), move)).toMatch(/^200/);
  const superior = await deps.store.committees.find(other);
  expect((await hall.state(id)).session).toMatchObject({ superiorId: other, superiorName: superior?.name });
});
