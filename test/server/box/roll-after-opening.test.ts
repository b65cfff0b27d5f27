import { expect, test } from 'vitest';
import { aCommittee } from '../../support/build/committees.ts';
import { aPersonId } from '../../support/build/ids.ts';
import { publicHalves, settings } from '../../support/service/hall.ts';
import { signedInAs } from '../../support/service/service.ts';
import { aVoteService, opened } from '../../support/service/vote-service.ts';

test('once the box is open nobody changes the roll, who is present, papers, subjects, form or briefing', async () => {
  const made = await aVoteService();
  await opened(made);
  const { session } = await made.state();
  const committeeId = aCommittee(1).id;
  const people = {
    chair: made.chair,
    office: await signedInAs(made.service, { grants: [{ role: 'office', committeeId }] }),
    secretary: await signedInAs(made.service, { grants: [{ role: 'secretary', committeeId }] }),
    voter: await signedInAs(made.service, { personId: aPersonId(2) }),
  };
  const [voter, subject] = [session.roll[0]?.id ?? '', session.subjects[0]?.id ?? ''];
  const newcomer = { name: 'Đồng chí 9', position: 'Đại biểu' };
  const credentials = publicHalves(session.id, 1);
  const strike = { action: { kind: 'strike-subject', subjectId: subject }, reason: 'không còn công tác' };
  const tried: [keyof typeof people, 'POST' | 'PUT' | 'DELETE', string, object | undefined, string][] = [
    ['chair', 'POST', 'roll', newcomer, 'not-in-draft'],
    ['office', 'POST', 'roll', newcomer, 'not-in-draft'],
    ['office', 'POST', 'roll/several', { participants: [newcomer] }, 'not-in-draft'],
    ['office', 'DELETE', `roll/${voter}`, undefined, 'not-in-draft'],
    ['office', 'PUT', 'attendance', { present: [voter] }, 'not-before-opening'],
    ['office', 'POST', 'print-runs', { credentials }, 'papers-not-open'],
    ['voter', 'PUT', 'my-paper', { credential: credentials[0] }, 'papers-not-open'],
    ['chair', 'PUT', `subjects/${subject}/exclusion`, { reason: null }, 'not-in-draft'],
    ['chair', 'POST', 'decisions', strike, 'not-before-opening'],
    ['chair', 'PUT', 'settings', settings, 'not-in-draft'],
    ['secretary', 'PUT', 'briefing', { text: 'Khác' }, 'not-before-opening'],
  ];
  const before = await made.everything();
  for (const [who, method, path, payload, code] of tried) {
    const url = `/api/sessions/${session.id}/${path}`;
    const request = { method, url, headers: people[who], ...(payload && { payload }) };
    const answer = await made.service.app.inject(request);
    expect([who, method, path, answer.statusCode, answer.json().code]).toEqual([who, method, path, 409, code]);
  }
  expect(await made.everything()).toEqual(before);
  await made.service.app.close();
});
