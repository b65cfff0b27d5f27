import '../../shared/frame/old-browsers.ts';
import '../../shared/frame/no-eval.ts';
import { rehearse } from '../../../client/teller/rehearsal.ts';
import { nobleGroup } from '../../../protocol/arithmetic/noble-group.ts';
import { randomBytes } from '../../shared/device/random-bytes.ts';
import { serveLine } from '../../shared/workers/serve-line.ts';
import type { RehearsePrograms } from './rehearse-message.ts';

/** Makes and casts the ballots of a rehearsal away from the screen. */
const device = {
  group: nobleGroup,
  random: randomBytes,
  wait: (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)),
};

serveLine<RehearsePrograms>(() => ({
  rehearse: ({ sessionId, marks }) => rehearse({ baseUrl: '' }, device, sessionId, marks),
}));
