import { afterEach, expect, test } from 'vitest';
import { aDraft, aHall, aPhoneOpens, type Hall } from '../../support/service/hall.ts';
import { aService, signedInAs, type TestService } from '../../support/service/service.ts';

let service: TestService;
afterEach(() => service.app.close());

const left = async (headers: { authorization: string }) => {
  const answer = await service.app.inject({ url: '/api/service/first-steps', headers });
  return answer.statusCode === 200 ? answer.json().left : answer.statusCode;
};

test('an empty service lacks everything that a first session needs', async () => {
  service = await aService();
  expect(await left(await signedInAs(service, { administrator: true }))).toEqual([
    ...['committee', 'members', 'chair', 'session', 'phones'],
  ]);
  expect(await left(await signedInAs(service, {}))).toBe(403);
});

test('what is there is left no more; at last it is a phone that came through', async () => {
  const origin = 'https://phieu.example';
  const hall: Hall = await aHall({ PUBLIC_URL: origin, PHIEU_SECOND_FACTOR: 'offered' });
  ({ service } = hall);
  expect(await left(hall.administrator)).toEqual(['session', 'phones']);
  const session = await aDraft(hall);
  expect(await left(hall.administrator)).toEqual(['phones']);
  await aPhoneOpens(hall, { session, origin, by: 'test' });
  expect(await left(hall.administrator)).toEqual([]);
});

test('where a box was opened once, nothing is left, however the next session stands', async () => {
  const hall: Hall = await aHall({ PUBLIC_URL: 'https://phieu.example', PHIEU_SECOND_FACTOR: 'offered' });
  ({ service } = hall);
  const id = await aDraft(hall);
  await hall.change(id, (state) => ({ ...state, session: { ...state.session, state: 'open' } }));
  await aDraft(hall);
  expect(await left(hall.administrator)).toEqual([]);
});
