import { expect, test } from 'vitest';
import { minutesRemarks } from '../../../src/server/results/minutes-remarks.ts';
import { aSession, theChair } from '../../support/sessions.ts';

test('the minutes say that ballots came without TLS, and who allowed it; a decision that nobody used is no remark', () => {
  const allowed = { by: theChair, at: '2026-12-01T01:00:00.000Z', used: false };
  expect(minutesRemarks({ ...aSession(), plainVoting: allowed })).toEqual([]);
  const [remark] = minutesRemarks({ ...aSession(), plainVoting: { ...allowed, used: true } });
  expect(remark).toContain('Chủ trì (Chủ trì) cho phép bỏ phiếu qua kết nối không mã hóa');
});
