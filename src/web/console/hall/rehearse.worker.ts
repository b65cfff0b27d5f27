import '../../shared/frame/old-browsers.ts';
import '../../shared/frame/no-eval.ts';
import { rehearse } from '../../../client/teller/rehearsal.ts';
import { nobleGroup } from '../../../protocol/arithmetic/noble-group.ts';
import { randomBytes } from '../../shared/device/random-bytes.ts';
import type { RehearseReply, RehearseRequest } from './rehearse-message.ts';

/** Makes and casts the ballots of a rehearsal away from the screen. */
const device = {
  group: nobleGroup,
  random: randomBytes,
  wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

self.addEventListener('message', ({ data }: MessageEvent<RehearseRequest>) => {
  void rehearse({ baseUrl: '' }, device, data.sessionId, data.marks).then((reply: RehearseReply) =>
    self.postMessage(reply),
  );
});
