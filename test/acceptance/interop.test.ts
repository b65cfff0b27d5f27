import { nobodyVotes, otherLevels, testInterop, withRevotes } from '../support/suites/interop-suite.ts';

const alone = { threshold: 1, size: 1, openers: [1] };

// One vote of each kind; the others stand in the long run.
testInterop({
  ours: [
    ['one, two and five levels side by side', alone, otherLevels],
    ['2 of 3 tellers', { threshold: 2, size: 3, openers: [3, 1] }, withRevotes],
    ['all of 2 of 3 tellers', { threshold: 2, size: 3, openers: [1, 2, 3] }, withRevotes],
    ['2 of 3 tellers and an empty box', { threshold: 2, size: 3, openers: [2, 3] }, nobodyVotes],
  ],
  sealers: ['3.0', '3.3'],
  wholly: [
    ['3.0', 'a single teller', alone, withRevotes],
    ['3.3', '2 of 3 tellers', { threshold: 2, size: 3, openers: [3, 2] }, withRevotes],
  ],
  mixed: [
    [[1, 2], 'our office'],
    [[1, 3], 'its office'],
  ],
});
