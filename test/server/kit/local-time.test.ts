import { expect, test } from 'vitest';
import { localDay, localMoment } from '../../../src/server/kit/local-time.ts';

test('a conference early in the morning is on its own day, not on the day before in Greenwich', () => {
  expect(localDay(new Date('2026-11-22T20:30:00Z'))).toBe('2026-11-23');
  expect(localMoment(new Date('2026-11-22T00:05:00Z'))).toEqual({ day: '2026-11-22', time: '07:05' });
});
