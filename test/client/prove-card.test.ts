import { afterAll, beforeAll, expect, test } from 'vitest';
import { proveCard } from '../../src/client/teller/prove-card.ts';
import type { SessionId } from '../../src/domain/session/session.ts';
import { repeatableRandom } from '../support/build/recorded-random.ts';
import { aDevice, connectionTo, type OnTheWay } from '../support/service/connections.ts';
import { aVoteService, keepOutputs, opened, type VoteService } from '../support/service/vote-service.ts';

let made: VoteService;
let id: SessionId;

beforeAll(async () => {
  made = await aVoteService({ voters: 2, sheets: 2, phones: 0 });
  id = made.vote.state.session.id;
  await keepOutputs(made);
});
afterAll(() => made.service.app.close());

const seedOf = (teller: number) => made.vote.ceremony.seeds[teller - 1] ?? '';

/** With another teller's card where a seed is given. */
function prove(teller: number, { seed = seedOf(teller), ...way }: OnTheWay & { readonly seed?: string } = {}) {
  const device = aDevice(repeatableRandom(90 + teller));
  return { device, proven: proveCard(connectionTo(made.service, made.teller(teller), way), device, id, seed) };
}
const readNow = async () => (await made.state()).session.cardsRead ?? [];

test('before the box is open there is nothing to prove, and who is not signed in hears why', async () => {
  expect(await prove(1).proven).toEqual({ ok: false, refusal: 'session-not-open' });
  const stranger = proveCard(connectionTo(made.service, {}), aDevice(repeatableRandom(91)), id, seedOf(1));
  expect(await stranger).toMatchObject({ ok: false, refusal: 'not-signed-in' });
});

test('while it is open the card is proven once, although the answer is lost', async () => {
  await opened(made);
  let lost = 0;
  const lose = (path: string) => path === 'card-reading' && lost++ === 0;
  const { device, proven } = prove(1, { lose });
  expect(await proven).toMatchObject({ ok: true });
  expect([lost, device.waits.length]).toEqual([2, 1]);
  expect(await readNow()).toEqual([1]);
});

test("another teller's card is told on the device, and nothing is sent", async () => {
  const sent: string[] = [];
  const lose = (path: string) => {
    sent.push(path);
    return false;
  };
  expect(await prove(2, { seed: seedOf(3), lose }).proven).toEqual({ ok: false, refusal: 'own-key-missing' });
  expect(sent).not.toContain('card-reading');
  expect(await readNow()).toEqual([1]);
});

test('keys that the server exchanges, or keeps to itself, prove nothing', async () => {
  const exchanged = (trustees: string | null) => (path: string, body: { ceremony: object }) =>
    path.startsWith('teller-view') ? { ...body, ceremony: { ...body.ceremony, trustees } } : undefined;
  for (const trustees of ['[]', null]) {
    expect(await prove(2, { lie: exchanged(trustees) }).proven).toEqual({ ok: false, refusal: 'own-key-missing' });
  }
  expect(await readNow()).toEqual([1]);
});
