import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf } from '../../src/client/api.ts';
import { isBytes, type Operation } from '../../src/contract/operation.ts';
import { operations } from '../../src/contract/operations.ts';
import { sessionId } from '../../src/domain/session/session.ts';
import { createCredential, publicCredential } from '../../src/protocol/ballot/credential.ts';
import { buildApp } from '../../src/server/app.ts';
import { sodiumGroup } from '../../src/server/arithmetic/sodium-group.ts';
import { aCommittee } from '../support/build/committees.ts';
import { makeCertificate } from '../support/service/certificate.ts';
import { aPublishedVote, type CountedVote, inject, sendFile, signedScan } from '../support/service/counted-vote.ts';
import { aPlanHall, type PlanHall } from '../support/service/plan-hall.ts';
import { aService, signedInAs, type TestService } from '../support/service/service.ts';
import { inTemporaryFolder } from '../support/service/temporary-folder.ts';
import { aVoteService, type Headers, type VoteService } from '../support/service/vote-service.ts';

let made: CountedVote;
/** Another vote whose papers are out. */
let prepared: VoteService;
let plans: PlanHall;
beforeAll(async () => {
  made = await aPublishedVote();
  prepared = await aVoteService();
  plans = await aPlanHall();
  await startRehearsal();
  await fillVote();
});

afterAll(async () => {
  await Promise.all([made, prepared, plans].map(({ service }) => service.app.close()));
});

/** A service that vouches for its certificate itself, and has read the file once. */
async function serviceWithAuthority(folder: string) {
  await makeCertificate(folder);
  const file = join(folder, 'cert.pem');
  const tls = { certificateFile: file, keyFile: file, port: 0, authorityFile: file };
  const service = await aService({
    build: (deps, log) => buildApp({ ...deps, config: { ...deps.config, tls } }, log),
  });
  expect((await service.app.inject('/api/service/authority.crt')).statusCode).toBe(200);
  return service;
}

const own = aCommittee(1).id;
const term = '2025–2030';

/** A dossier, and a review with a report. */
async function fillVote() {
  const { id } = made.vote.state.session;
  const dossier = await sendFile(
    prepared,
    'POST',
    `dossiers?id=${dossierId}&title=Báo cáo chung`,
    prepared.chair,
    signedScan,
  );
  expect(dossier.status).toBe(201);
  const office = await signedInAs(made.service, { grants: [{ role: 'office', committeeId: own }] });
  const asked = `?term=${encodeURIComponent(term)}`;
  const send = async (path: string, payload: object | Buffer, headers: object) => {
    const url = `/api/committees/${own}/half-term/${path}${asked}`;
    const { status } = await inject(made.service.app, {
      ...{ method: 'PUT', url, payload, headers: { ...office, ...headers } },
    });
    expect(status).toBeLessThan(300);
  };
  const counts = { summoned: 0, present: 0 };
  await send(
    'review',
    {
      ...{ version: 0, sessionId: id, targets: [], weaknesses: [], causes: [], remedies: [], groups: [] },
      ...{ attendance: { halfTerm: counts, yearEnd: counts }, conference: { days: 1, agenda: [] } },
    },
    {},
  );
  await send('reports/half-term/review', Buffer.from('%PDF-1.7'), { 'content-type': 'application/pdf' });
}

const dossierId = '0b1f0a52-93e5-4f2e-8a3f-3b9f0f3f1c55';
const rehearsalId = sessionId.parse('Rehearsa11111111111111');

async function startRehearsal() {
  const credentials = [publicCredential(sodiumGroup, rehearsalId, createCredential(prepared.random))];
  const started = await prepared.post('rehearsal', prepared.teller(1), { electionId: rehearsalId, credentials });
  expect(started.status).toBeLessThan(300);
}

interface Asked {
  readonly by?: Headers;
  readonly service?: TestService;
  readonly params?: object;
  readonly query?: object;
}

/** How each file is asked for, and what it is to be called. */
async function wanted(authority: TestService): Promise<Readonly<Record<string, readonly [Asked, RegExp]>>> {
  const { chair, vote, superiorSeatHolder, holder } = made;
  const { subjects } = vote.state.session;
  const administrator = await signedInAs(made.service, { administrator: true });
  const superior = { committeeId: aCommittee(2).id };
  const ofPlan = { committeeId: plans.province, planId: plans.plan.id };
  const report = { period: 'half-term', kind: 'review' };
  const early = { service: prepared.service };
  const uuid = vote.state.session.id;
  return {
    exportAudit: [{ by: chair }, /^nhat-ky-xa-1-2026-12-01\.csv$/],
    exportAdministrationAudit: [{ by: administrator }, /^nhat-ky-quan-tri-2026-12-01\.csv$/],
    readResultTable: [{ by: chair, query: { format: 'csv' } }, /^ket-qua-lay-phieu-xa-1-2026-12-01\.csv$/],
    readMinutes: [{ by: chair }, /^bien-ban-kiem-phieu-xa-1-2026-12-01\.pdf$/],
    readExtract: [
      { by: chair, params: { subjectId: subjects[0]?.id } },
      /^trich-bien-ban-nguyen-thi-y-xa-1-2026-12-01\.pdf$/,
    ],
    readSignedMinutes: [{ by: chair }, /^bien-ban-da-ky-xa-1-2026-12-01\.pdf$/],
    readSupplement: [{ by: chair }, new RegExp(`^${uuid}\\.supplement\\.json$`)],
    readRecord: [{ by: chair }, new RegExp(`^${uuid}\\.bel$`)],
    readHints: [{ by: chair }, new RegExp(`^${uuid}\\.hints$`)],
    readRehearsalRecord: [{ ...early, by: prepared.chair }, /^Rehearsa11111111111111\.bel$/],
    readDossier: [
      { ...early, by: prepared.chair, params: { dossierId } },
      /^tai-lieu-bao-cao-chung-xa-1-2026-12-01\.pdf$/,
    ],
    readReport: [{ by: chair, params: report, query: { term } }, /^bao-cao-so-ket-giua-nhiem-ky-2025-2030-xa-1\.pdf$/],
    readSessionReport: [{ by: holder, params: report }, /^bao-cao-so-ket-giua-nhiem-ky-2025-2030-xa-1\.pdf$/],
    readTargetsTable: [
      { by: chair, query: { term, format: 'xlsx', language: 'en' } },
      /^targets-2025-2030-xa-1\.xlsx$/,
    ],
    readRollUpTable: [{ by: superiorSeatHolder, params: superior }, /^tong-hop-ket-qua-[a-z0-9-]+-2026-12-01\.xlsx$/],
    readBoardTable: [
      { service: plans.service, by: plans.provinceOffice, params: ofPlan },
      /^tien-do-ke-hoach-tinh-uy-son-binh-2026-12-01\.xlsx$/,
    ],
    exportProvince: [{ by: administrator, query: { format: 'csv', list: 'seats' } }, /^cap-uy-vien-2026-12-01\.csv$/],
    readTemplate: [{ by: chair, params: { list: 'roster' } }, /^mau-danh-sach-cap-uy-vien\.xlsx$/],
    readRoundDocument: [
      { ...early, by: prepared.chair, params: { document: 'roll' } },
      /^danh-sach-ky-nhan-phieu-xa-1-2026-12-01\.pdf$/,
    ],
    readAuthority: [{ service: authority }, /^phieu\.crt$/],
  };
}

const files: readonly Operation[] = (operations as readonly Operation[]).filter(({ replies }) => isBytes(replies[200]));

test('every file that the service hands out is named for people; what belongs to a record by the record', async () => {
  const authority = await inTemporaryFolder(serviceWithAuthority);
  const all = await wanted(authority);
  expect(Object.keys(all).sort()).toEqual(files.map(({ id }) => id).sort());
  for (const declared of files) {
    const [{ service = made.service, by = {}, params, query }, name] = all[declared.id] ?? [{}, /^$/];
    const parts = { params: { sessionId: made.vote.state.session.id, committeeId: own, ...params }, query };
    const url = addressOf({ baseUrl: '' }, declared, parts);
    const { status, headers } = await inject(service.app, { method: 'GET', url, headers: { ...by } });
    const given = /^(?:attachment|inline); filename="([^"]+)"$/.exec(String(headers['content-disposition']))?.[1] ?? '';
    expect(`${declared.id} ${status} ${given}`).toMatch(new RegExp(`^${declared.id} 200 ${name.source.slice(1)}`));
    expect(given).toMatch(/^[\w-]+(\.[a-z]+){1,2}$/);
  }
  await authority.app.close();
});
