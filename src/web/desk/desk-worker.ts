import type { BallotPage } from '../../client/sealing.ts';
import type { Marks } from '../../protocol/ballot/create-ballot.ts';
import type { DeskAnswer, DeskRequest } from './desk-message.ts';

/** The worker of one sheet. */
export interface DeskWorker {
  cast(credential: string, marks: Marks, invalidReason: string | null): Promise<DeskAnswer>;
  /** Forgets the sheet. */
  end(): void;
}

export function startDeskWorker(page: BallotPage): DeskWorker {
  const worker = new Worker(new URL('./desk.worker.ts', import.meta.url));
  const send = (request: DeskRequest) => worker.postMessage(request);
  send({ kind: 'prepare', page });
  return {
    cast: (credential, marks, invalidReason) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<DeskAnswer>) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(`the desk's worker broke down: ${message}`));
        send({ kind: 'cast', page, credential, marks, invalidReason });
      }),
    end: () => worker.terminate(),
  };
}
