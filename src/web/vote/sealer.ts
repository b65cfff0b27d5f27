import type { BallotPage } from '../../client/sealing.ts';
import type { Marks } from '../../protocol/ballot/create-ballot.ts';
import type { SealAnswer, SealReply, SealRequest } from './seal-message.ts';

/** Seals ballots in a worker. */
export interface Sealer {
  /** Makes ready what sealing for this page needs; harmless before the box is open. */
  prepare(page: BallotPage): void;
  seal(page: BallotPage, credential: string, marks: Marks): Promise<SealReply>;
}

export function createSealer(start: () => Worker): Sealer {
  const waiting = new Map<number, (reply: SealReply) => void>();
  let worker: Worker | undefined;
  let last = 0;
  const send = (request: SealRequest) => {
    worker ??= listenTo(start(), waiting);
    worker.postMessage(request);
  };
  return {
    prepare: (page) => send({ kind: 'prepare', page }),
    seal: (page, credential, marks) =>
      new Promise((resolve) => {
        last += 1;
        waiting.set(last, resolve);
        send({ kind: 'seal', number: last, page, credential, marks });
      }),
  };
}

function listenTo(worker: Worker, waiting: Map<number, (reply: SealReply) => void>): Worker {
  worker.addEventListener('message', ({ data }: MessageEvent<SealAnswer>) => {
    waiting.get(data.number)?.(data.reply);
    waiting.delete(data.number);
  });
  return worker;
}
