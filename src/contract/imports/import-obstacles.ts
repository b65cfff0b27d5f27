import type { Obstacle, ObstacleCode } from '../../domain/roster/import-obstacles.ts';
import type { LocalText } from '../../domain/text/local-text.ts';

const sentences: Record<ObstacleCode, (names: LocalText) => LocalText> = {
  'not-kept': () => ({
    vi: 'Dữ liệu trước lần nhập này không còn được lưu.',
    en: 'What there was before this import is no longer kept.',
  }),
  'later-import': () => ({
    vi: 'Sau đó đã nhập thêm vào cùng chỗ này: hãy rút lần nhập sau trước.',
    en: 'The same was imported over later: take the later import back first.',
  }),
  'committee-changed': ({ vi, en }) => ({
    vi: `Cấp ủy đã được sửa sau khi nhập: ${vi}.`,
    en: `Committees that were changed since: ${en}.`,
  }),
  'person-changed': ({ vi, en }) => ({
    vi: `Thông tin của người đã được sửa sau khi nhập: ${vi}.`,
    en: `People whose details were changed since: ${en}.`,
  }),
  'seat-changed': ({ vi, en }) => ({
    vi: `Vị trí cấp ủy viên đã được sửa sau khi nhập: ${vi}.`,
    en: `Seats that were changed since: ${en}.`,
  }),
  'committee-used': ({ vi, en }) => ({
    vi: `Cấp ủy khác đang hoặc từng trực thuộc, theo chỉ đạo hoặc sáp nhập vào cấp ủy mới nhập: ${vi}.`,
    en: `Other committees stand or stood below, follow or were merged into one that it added: ${en}.`,
  }),
  'seat-added': ({ vi, en }) => ({
    vi: `Đã thêm vị trí cấp ủy viên trong cấp ủy hoặc cho người mới nhập: ${vi}.`,
    en: `Seats were added in committees, or for people, that it added: ${en}.`,
  }),
  'session-drawn-up': ({ vi, en }) => ({
    vi: `Đã lập hoặc khai mạc đợt lấy phiếu: ${vi}.`,
    en: `Sessions were drawn up or opened since: ${en}.`,
  }),
  'account-made': ({ vi, en }) => ({
    vi: `Người mới nhập đã có tài khoản: ${vi}.`,
    en: `People whom it added have accounts: ${en}.`,
  }),
  'invitation-made': ({ vi, en }) => ({
    vi: `Đã lập giấy mời tạo tài khoản: ${vi}.`,
    en: `Slips to make an account were made out: ${en}.`,
  }),
  'role-given': ({ vi, en }) => ({
    vi: `Đã giao nhiệm vụ trong cấp ủy mới nhập: ${vi}.`,
    en: `Roles were given in committees that it added: ${en}.`,
  }),
  'plan-issued': ({ vi, en }) => ({
    vi: `Kế hoạch dựa vào những gì đã nhập: ${vi}.`,
    en: `Plans rest on what was imported: ${en}.`,
  }),
  'term-entered': ({ vi, en }) => ({
    vi: `Đã ghi nhiệm kỳ của cấp ủy mới nhập: ${vi}.`,
    en: `Terms were entered of committees that it added: ${en}.`,
  }),
  'on-summoned-list': ({ vi, en }) => ({
    vi: `Đã có trong danh sách triệu tập: ${vi}.`,
    en: `They stand on lists of those summoned: ${en}.`,
  }),
  'review-written': ({ vi, en }) => ({
    vi: `Đã có bản sơ kết giữa nhiệm kỳ của cấp ủy mới nhập: ${vi}.`,
    en: `Half-term reviews were written of committees that it added: ${en}.`,
  }),
  'name-taken': ({ vi, en }) => ({
    vi: `Tên cũ nay là của cấp ủy khác cùng cấp trên: ${vi}.`,
    en: `The earlier name now belongs to another committee below the same superior: ${en}.`,
  }),
  'code-taken': ({ vi, en }) => ({
    vi: `Mã cũ nay là của cấp ủy hoặc người khác: ${vi}.`,
    en: `The earlier code now belongs to another committee or person: ${en}.`,
  }),
  'superior-gone': ({ vi, en }) => ({
    vi: `Cấp ủy cấp trên trước đây, hoặc cấp ủy chỉ đạo, không còn hoạt động: ${vi}.`,
    en: `The earlier superior, or whoever was followed, no longer stands: ${en}.`,
  }),
  'circle-of-superiors': ({ vi, en }) => ({
    vi: `Cấp ủy sẽ ở dưới chính mình: ${vi}.`,
    en: `The committee would stand below itself: ${en}.`,
  }),
  'committee-ended': ({ vi, en }) => ({
    vi: `Cấp ủy đã kết thúc nên không trả lại vị trí được: ${vi}.`,
    en: `The committee has ended, so the seat cannot be put back: ${en}.`,
  }),
  'second-seat': ({ vi, en }) => ({
    vi: `Người này nay đã có vị trí khác trong cùng cấp ủy, cùng thời gian: ${vi}.`,
    en: `Has another seat in the same committee at the same time now: ${en}.`,
  }),
  'listed-person-changed': ({ vi, en }) => ({
    vi: `Người trong danh sách trước lần nhập này nay đã được sửa tên, năm sinh hoặc không còn trong hệ thống: ${vi}.`,
    en: `On the list before this import are people whose names or years of birth were corrected since, or who are gone: ${en}.`,
  }),
  'used-elsewhere': () => ({
    vi: 'Cấp ủy khác đã dùng những gì lần nhập này đưa vào. Quản trị viên xem được là việc gì.',
    en: 'Other committees rest on what this import brought. An administrator can see what it is.',
  }),
  'delegates-changed': () => ({
    vi: 'Danh sách triệu tập đã được sửa sau khi nhập.',
    en: 'The list of those summoned was changed since.',
  }),
};

/** What stands in the way of taking an import back, in words. */
export function obstacleSentence({ code, names, count }: Obstacle): LocalText {
  const more = count - names.length;
  const list = names.join('; ');
  return sentences[code]({
    vi: more > 0 ? `${list} và ${more} mục khác` : list,
    en: more > 0 ? `${list} and ${more} more` : list,
  });
}
