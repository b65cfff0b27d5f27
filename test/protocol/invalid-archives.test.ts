import { test } from 'vitest';
import { nobleGroup } from '../../src/protocol/arithmetic/noble-group.ts';
import { wasmGroup } from '../../src/protocol/arithmetic/wasm-group.ts';
import { expectVerdicts, oneOfEach } from '../support/invalid-archives.ts';

test('every recorded archive with one thing wrong is refused, each with its own reason', () =>
  expectVerdicts(wasmGroup));

// Its points take ten times as long; the long run has all of them.
test('one archive of each reason is refused on noble-curves as well', () => expectVerdicts(nobleGroup, oneOfEach));
