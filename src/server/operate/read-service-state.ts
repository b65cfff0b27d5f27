import type { readServiceState as contract } from '../../contract/service/service.ts';
import { accept } from '../../domain/ruling.ts';
import type { LocalText } from '../../domain/text/local-text.ts';
import type { Deps } from '../deps.ts';
import type { Call } from '../http/route.ts';
import type { StoreHealth, StoreWarning } from '../store/store.ts';

export async function readServiceState({ store }: Deps, { caller }: Call<typeof contract>) {
  const storage = storageState(store.health);
  const isAsked = caller.administrator && storage !== 'away';
  const warnings = isAsked ? await store.health.warnings() : [];
  return accept({
    storage,
    note: storage === 'fine' ? null : notes[storage],
    warnings: warnings.map((code) => ({ code, note: warningNotes[code] })),
  });
}

function storageState(health: StoreHealth): 'fine' | 'full' | 'away' | 'failing' {
  const trouble = health.trouble();
  if (trouble === null) return 'fine';
  if (trouble === 'database-away') return 'away';
  return trouble === 'storage-full' ? 'full' : 'failing';
}

/** Here rather than in the page, which is to be light: hardly anybody ever reads them. */
const notes = {
  full: {
    vi: 'Ổ đĩa của máy chủ đã đầy: lúc này không lá phiếu nào và không thay đổi nào được ghi. Báo ngay người vận hành máy chủ để giải phóng chỗ. Điện thoại tự gửi lại trong nửa phút, sau đó người bỏ phiếu bấm gửi lại. Thông báo này tự mất khi lại ghi được.',
    en: 'The disk of the server is full: no ballot and no change is stored now. Tell whoever runs the server at once to make room. Phones send again by themselves for half a minute, then their voters press the button again. This note goes when something could be stored.',
  },
  away: {
    vi: 'Máy chủ tạm thời không nối được với cơ sở dữ liệu: lúc này không lá phiếu nào và không thay đổi nào được ghi. Báo ngay người vận hành máy chủ. Điện thoại tự gửi lại trong nửa phút, sau đó người bỏ phiếu bấm gửi lại. Thông báo này tự mất khi nối lại được.',
    en: 'The server cannot reach its database for now: no ballot and no change is stored. Tell whoever runs the server at once. Phones send again by themselves for half a minute, then their voters press the button again. This note goes when the database is back.',
  },
  failing: {
    vi: 'Máy chủ không ghi được dữ liệu: lúc này không lá phiếu nào và không thay đổi nào được ghi. Báo ngay người vận hành máy chủ để xem nhật ký của máy chủ.',
    en: 'The server cannot write its data: no ballot and no change is stored now. Tell whoever runs the server at once to look at its log.',
  },
} as const satisfies Record<string, LocalText>;

export const warningNotes = {
  'database-logs-parameters': {
    vi: 'Máy chủ PostgreSQL có thể ghi nội dung dữ liệu vào nhật ký của nó, nơi không xóa được khi đóng hòm phiếu. Hãy đặt log_parameter_max_length = 0 và log_parameter_max_length_on_error = 0 (docs/operation.md, mục PostgreSQL), rồi xóa các nhật ký cũ.',
    en: 'The PostgreSQL server may write what is stored into its log, where nothing is erased when a box is closed. Set log_parameter_max_length = 0 and log_parameter_max_length_on_error = 0 (docs/operation.md, PostgreSQL), and delete the old logs.',
  },
} as const satisfies Record<StoreWarning, LocalText>;
