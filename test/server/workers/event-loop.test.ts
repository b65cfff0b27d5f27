import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { aVoteService, opened, sealed } from '../../support/service/vote-service.ts';

test('while forty ballots are checked, other requests go on being answered', async () => {
  const made = await aVoteService({ subjects: 3, voters: 40, sheets: 40, phones: 0 });
  const election = await opened(made);
  const ballots = made.vote.sheets.map((paper) => sealed(made, election, paper, [0, 1, 2]));
  let checked = 0;
  const answers = ballots.map(async (ballot) => {
    const answer = await made.post('ballots', made.holder, { ballot, recastKey: 'a'.repeat(32) });
    checked += 1;
    return answer.status;
  });
  // Each page is asked for when the one before has come, and the loop turns in between. On the event loop, checking
  // would let few pages through between the first ballot and the last; in threads, many turns pass meanwhile.
  let pages = 0;
  while (checked < ballots.length && pages < 100_000) {
    await made.get('ballot', made.holder);
    await setImmediate();
    pages += 1;
  }
  expect(new Set(await Promise.all(answers))).toEqual(new Set([200]));
  expect(pages).toBeGreaterThan(ballots.length / 2);
  await made.service.app.close();
});
