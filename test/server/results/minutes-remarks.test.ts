import { expect, test } from 'vitest';
import { minutesRemarks } from '../../../src/server/results/minutes-remarks.ts';
import { aSession, theChair } from '../../support/build/sessions.ts';

test('the minutes say that ballots came without TLS, and who allowed it; a decision that nobody used is no remark', () => {
  const allowed = { by: theChair, at: '2026-12-01T01:00:00.000Z', used: false };
  expect(minutesRemarks({ ...aSession(), plainVoting: allowed })).toEqual([]);
  const [remark] = minutesRemarks({ ...aSession(), plainVoting: { ...allowed, used: true } });
  expect(remark).toContain('Chủ trì (Chủ trì) cho phép bỏ phiếu qua kết nối không mã hóa');
});

test('the minutes say on whom no vote was taken, for which reason and by which article', () => {
  const session = aSession({ form: 'qd-96-2023' });
  const reasons = [null, 'retirement-announced', 'took-office-this-year'];
  const subjects = session.subjects.map((subject, at) => ({ ...subject, excludedFor: reasons[at] ?? null }));
  const [, second, third] = subjects;
  expect(minutesRemarks({ ...session, subjects })).toEqual([
    `Không lấy phiếu đối với ${second?.name}, ${second?.position}: Đã có thông báo nghỉ công tác chờ nghỉ hưu (Điều 3 Quy định số 96-QĐ/TW).`,
    `Không lấy phiếu đối với ${third?.name}, ${third?.position}: Được bổ nhiệm hoặc được bầu trong năm lấy phiếu (Điều 3 Quy định số 96-QĐ/TW).`,
  ]);
});

test('a reason whose article could not be read stands without one', () => {
  const session = aSession({ form: 'nq-96-2023-qh15' });
  const subjects = session.subjects.map((subject) => ({ ...subject, excludedFor: 'took-office-this-year' }));
  expect(minutesRemarks({ ...session, subjects })[0]).toMatch(/: Được bầu hoặc bổ nhiệm trong năm lấy phiếu\.$/);
});
