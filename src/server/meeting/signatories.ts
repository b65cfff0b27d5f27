import type { Session } from '../../domain/session/session.ts';
import type { Signatory } from '../../print/document-end.ts';
import { documentLayouts } from '../../print/document-layout.ts';

/** Bodies as papers are signed in their name: without the place, which stands in the head already. */
const bodies =
  /^(Tỉnh [uủ][yỷ]|Thành [uủ][yỷ]|Đảng [uủ][yỷ]|Chi [uủ][yỷ]|Chi bộ|Ban Chấp hành|Ban Thường vụ|Hội đồng nhân dân|[UỦ][yỷ] ban nhân dân)(?=\s|$)/iu;

/** A secretary signs as such, without the committee's name. */
const secretaries = /^(Phó )?Bí thư( Thường trực)?(?=\s|$)/iu;

/** What stands above the chair's name: the first of the positions, or that they chaired. */
export function signingRole(position: string): string {
  const [first = ''] = position.split(',');
  const role = secretaries.exec(first.trim())?.[0] ?? first.trim();
  return (role || 'Chủ trì').toLocaleUpperCase('vi');
}

/** The chair signs for the committee. */
export function forCommittee({ form, committeeName, chair }: Session, chairRole: string): Signatory {
  const body = bodies.exec(committeeName)?.[0] ?? committeeName;
  const title = `${documentLayouts[form.documentLayout].onBehalf} ${body.toLocaleUpperCase('vi')}`;
  return { title, role: signingRole(chairRole), hint: null, name: chair.name };
}

/** Somebody who is not named yet signs by hand. */
export function byHand(title: string): Signatory {
  return { title, role: null, hint: '(Ký, ghi rõ họ tên)', name: null };
}

/** Who receives a paper of the session, and where the office keeps it. */
export function recipientsOf({ form, superiorName, committeeName }: Session): readonly string[] {
  return [
    ...(superiorName === null ? [] : [`${superiorName} (để báo cáo)`]),
    ...[committeeName, form.documentLayout === 'state' ? 'Lưu: VT' : 'Lưu Văn phòng'],
  ];
}
