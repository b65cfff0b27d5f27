import { expect, test } from 'vitest';
import { sha256Base64, sha256Hex } from '../../src/protocol/encoding/hash.ts';
import { aHall, keptIn } from '../support/service/casting-hall.ts';
import { castAtOnce } from '../support/service/phones-at-once.ts';
import { serverProcess } from '../support/service/server-process.ts';
import { newFolder } from '../support/service/stores.ts';

const phones = 300;

// Two subjects, so that sealing costs little; `npm run bench -- casting` does it with fifteen.
test('300 phones behind one address cast at the same moment: all are acknowledged, none is refused or asked to wait', async () => {
  const folder = newFolder();
  const { sessionId, made, ballots } = await aHall(folder, { voters: phones, subjects: 2 }, () => 1);
  const sent = ballots.flat();
  const server = await serverProcess(folder);
  const { readKey } = made.vote.state.session;
  const { replies, statuses, looks } = await castAtOnce(
    { baseUrl: server.url, readKey, sessionId },
    sent.map((text) => ({ text, tracker: sha256Base64(text) })),
  );
  await server.end('SIGTERM');
  const { inBox } = await keptIn(folder, { sessionId });

  // As many answers as phones: nobody had to send a ballot again.
  expect(statuses).toEqual(sent.map(() => 200));
  expect(replies.filter(({ ok }) => ok)).toHaveLength(phones);
  expect([...inBox].sort()).toEqual(sent.map(sha256Hex).sort());
  expect(looks.filter(({ status }) => status !== 200)).toEqual([]);
  for (const path of ['/healthz', '/readyz']) {
    const meanwhile = looks.filter((look) => look.path === path && look.answered > 0 && look.answered < phones);
    expect(meanwhile.length, path).toBeGreaterThan(10);
  }
});
