import { test } from 'vitest';
import { nobleGroup } from '../../src/protocol/arithmetic/noble-group.ts';
import { expectVerdicts } from '../support/invalid-archives.ts';

test('every recorded archive with one thing wrong is refused on noble-curves, each with its own reason', () =>
  expectVerdicts(nobleGroup));
