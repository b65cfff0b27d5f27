import { type ClientRequest, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { sqliteStore } from '../../../src/server/store/sqlite.ts';
import { keep, newFolder } from '../../support/service/stores.ts';
import { aVoteService, opened, type VoteService } from '../../support/service/vote-service.ts';

const announcement = JSON.stringify({ issued: 4, collected: 3, sheets: 3 });

/** A teller announces the count; of the body only the beginning has been sent when the gate is passed. */
async function aLateAnnouncement() {
  const made = await aVoteService({}, { store: keep(sqliteStore(newFolder())) });
  onTestFinished(() => made.service.app.close());
  await opened(made);
  await made.change({ phoneVotingEndsAt: made.service.deps.clock().toISOString(), countdown: null });
  const { app, deps } = made.service;
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { findSignedIn } = deps.store.accounts;
  let asked = 0;
  deps.store.accounts.findSignedIn = async (...question) => {
    const found = await findSignedIn(...question);
    asked += 1;
    return found;
  };
  const sending = request({
    port: (app.server.address() as AddressInfo).port,
    method: 'POST',
    path: `/api/sessions/${made.vote.state.session.id}/announcement`,
    headers: { ...made.teller(1), 'content-type': 'application/json', 'content-length': announcement.length },
  });
  const answer = statusOf(sending);
  sending.write(announcement.slice(0, 5));
  await expect.poll(() => asked).toBeGreaterThan(0);
  const finish = () => {
    sending.end(announcement.slice(5));
    return answer;
  };
  return { made, finish };
}

function statusOf(sending: ClientRequest): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    sending.once('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sending.once('error', reject);
  });
}

const announced = async (made: VoteService) => (await made.state()).session.announcements.length;

test('a body that ends after its sender has signed out changes nothing', async () => {
  const { made, finish } = await aLateAnnouncement();
  await made.service.app.inject({ method: 'POST', url: '/api/sign-out', headers: made.teller(1) });
  expect(await finish()).toBe(401);
  expect(await announced(made)).toBe(0);
});

test('a body that ends after its sender was replaced as a teller changes nothing', async () => {
  const { made, finish } = await aLateAnnouncement();
  const { tellers } = made.vote.state.session;
  await made.change({ tellers: tellers.filter(({ index }) => index !== 1) });
  expect(await finish()).toBe(404);
  expect(await announced(made)).toBe(0);
});

test('a body that takes its time is taken from whoever still may send it', async () => {
  const { made, finish } = await aLateAnnouncement();
  expect(await finish()).toBe(200);
  expect(await announced(made)).toBe(1);
});
