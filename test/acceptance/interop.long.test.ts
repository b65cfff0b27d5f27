import { nobodyVotes, testInterop, withRevotes } from '../support/suites/interop-suite.ts';

const alone = { threshold: 1, size: 1, openers: [1] };
const twoOfThree = { threshold: 2, size: 3, openers: [3, 2] };
const threeOfFive = { threshold: 3, size: 5, openers: [5, 1, 4] };

testInterop({
  ours: [
    ['a single teller', alone, withRevotes],
    ['a single teller and an empty box', alone, nobodyVotes],
    ['3 of 5 tellers', threeOfFive, withRevotes],
    ['all of 3 of 5 tellers', { ...threeOfFive, openers: [2, 1, 5, 3, 4] }, withRevotes],
  ],
  sealers: [],
  wholly: [
    ['3.0', 'a single teller and an empty box', alone, nobodyVotes],
    ['3.0', '2 of 3 tellers', twoOfThree, withRevotes],
    ['3.3', 'a single teller', alone, withRevotes],
    ['3.3', 'a single teller and an empty box', alone, nobodyVotes],
    ['3.3', '3 of 5 tellers', threeOfFive, withRevotes],
  ],
  mixed: [
    [[3, 2], 'our office'],
    [[3, 1, 2], 'its office'],
  ],
});
