import type { Relation } from '../domain/account/relations.ts';
import type { LocalText } from '../domain/text/local-text.ts';
import type { Operation } from './operation.ts';

/** One row of the permission table: any of `who` may call, nobody else. */
export interface Permission {
  readonly method: Operation['method'];
  /** As the API description writes it: `/api/committees/{committeeId}`. */
  readonly path: string;
  readonly operation: string;
  readonly what: LocalText;
  readonly who: readonly Relation[];
}

/** The table is not written anywhere: it is what the operations say of themselves, and what the gate goes by. */
export function permissionTable(operations: readonly Operation[]): Permission[] {
  return operations.map(({ id, method, path, summary, access }) => ({
    method,
    path: describedPath(path),
    operation: id,
    what: summary,
    who: access,
  }));
}

/** `:name` as the API description writes it, `{name}`. */
export function describedPath(path: string): string {
  return path.replace(/:([A-Za-z]+)/g, '{$1}');
}

/** Who stands behind a relation; always of the committee or session that the address names. */
export const relationWords = {
  anyone: { vi: 'bất kỳ ai', en: 'anyone' },
  'signed-in': { vi: 'người đã đăng nhập', en: 'whoever is signed in' },
  administrator: { vi: 'quản trị viên', en: 'an administrator' },
  chair: { vi: 'chủ trì của cấp ủy', en: "the committee's chair" },
  secretary: { vi: 'người quán triệt của cấp ủy', en: "the committee's briefer" },
  office: { vi: 'văn phòng của cấp ủy', en: "the committee's office" },
  'seat-holder': { vi: 'cấp ủy viên đương nhiệm', en: 'a present member of the committee' },
  'superior-seat-holder': {
    vi: 'cấp ủy viên cấp trên trực tiếp',
    en: 'a present member of the directly superior committee',
  },
  'superior-chair': { vi: 'chủ trì của cấp ủy cấp trên trực tiếp', en: 'the chair of the directly superior committee' },
  teller: { vi: 'thành viên ban kiểm phiếu của đợt', en: 'a teller of the session' },
  voter: { vi: 'người trong danh sách bỏ phiếu của đợt', en: "somebody on the session's roll" },
  'read-key': { vi: 'người giữ phiếu của đợt (khóa đọc)', en: 'the holder of a paper of the session (read key)' },
} as const satisfies Record<Relation, LocalText>;
