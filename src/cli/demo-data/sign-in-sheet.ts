import type { LocalText } from '../../domain/text/local-text.ts';
import { type SignInListData, type SignInTable, signInList } from '../../print/sign-in-list.ts';
import { loadFonts } from '../../server/kit/fonts.ts';
import type { TellerAtWork } from '../demo/make-keys.ts';
import type { Say, Spoken } from '../language.ts';
import type { DemoSignIn, ExamplePeople } from './people.ts';
import type { ExampleProvince, StageName } from './province.ts';
import type { LaidSession } from './sessions.ts';

export interface Example {
  readonly province: ExampleProvince;
  readonly people: ExamplePeople;
  readonly sessions: ReadonlyMap<StageName, LaidSession>;
  readonly password: string;
  readonly address: string;
}

/** The sign-ins and key cards of the example as a PDF: nobody can look at a session without being somebody. */
export async function signInSheet(example: Example, spoken: Spoken, say: Say, createdAt: Date): Promise<Uint8Array> {
  const { people, province, sessions, password, address } = example;
  const common: SignInListData = {
    language: spoken === 'en' ? 'en' : 'vi',
    createdAt,
    address,
    title: say(words.title),
    introduction: [say(words.purpose), `${say(words.password)}: ${password}`],
    tables: [
      signInTable(say(words.everywhere), null, [administrator, ...people.signIns.filter(({ stage }) => !stage)], say),
      ...[...province.communes].map(([stage, { name }]) =>
        signInTable(
          `${name}: ${say(stageWords[stage])}`,
          null,
          people.signIns.filter((one) => one.stage === stage),
          say,
        ),
      ),
      ...[...province.communes].flatMap(([stage, { name }]) => keyTable(name, sessions.get(stage)?.tellers ?? [], say)),
    ],
  };
  return signInList(common, await loadFonts());
}

const administrator: DemoSignIn = { committee: '', stage: null, name: '', role: 'administrator', username: 'quantri' };

function signInTable(heading: string, note: string | null, signIns: readonly DemoSignIn[], say: Say): SignInTable {
  return {
    heading,
    note,
    widths: [4, 4, 3],
    columns: [say(words.role), say(words.person), say(words.username)],
    rows: signIns.map(({ role, name, username }) => [say(roleWords[role]), name, username]),
  };
}

/** What the tellers' key cards say, where there is still something to open with them. */
function keyTable(committee: string, tellers: readonly TellerAtWork[], say: Say): SignInTable[] {
  if (tellers.length === 0) return [];
  return [
    {
      heading: `${say(words.keys)}: ${committee}`,
      note: say(words.keysNote),
      widths: [1, 1],
      columns: [say(words.person), say(words.keys)],
      rows: tellers.map(({ member, memory }) => [member.name, memory.seed]),
    },
  ];
}

const words = {
  title: { vi: 'Tài khoản của tỉnh mẫu', en: 'Sign-ins of the example province' },
  purpose: {
    vi: 'Chỉ để xem thử: tên người, phiếu và kết quả đều bịa ra.',
    en: 'For a look around only: people, ballots and results are made up.',
  },
  password: { vi: 'Mật khẩu chung', en: 'Everybody’s password' },
  everywhere: { vi: 'Cả tỉnh', en: 'The whole province' },
  role: { vi: 'Vai trò', en: 'Role' },
  person: { vi: 'Họ và tên', en: 'Name' },
  username: { vi: 'Tên đăng nhập', en: 'Username' },
  keys: { vi: 'Thẻ khóa của ban kiểm phiếu', en: 'Tellers’ key cards' },
  keysNote: {
    vi: 'Ở cuộc lấy phiếu thật, mỗi thẻ khóa chỉ một thành viên giữ và không in chung.',
    en: 'In a real vote each key card is kept by one teller alone and never printed with others.',
  },
} as const satisfies Record<string, LocalText>;

const roleWords: Readonly<Record<DemoSignIn['role'], LocalText>> = {
  administrator: { vi: 'Quản trị viên', en: 'Administrator' },
  chair: { vi: 'Chủ trì', en: 'Chair' },
  secretary: { vi: 'Người quán triệt', en: 'Briefer' },
  office: { vi: 'Văn phòng', en: 'Office' },
  teller: { vi: 'Kiểm phiếu ở các xã, phường', en: 'Teller in all communes' },
  voter: { vi: 'Người bỏ phiếu', en: 'Voter' },
  superior: { vi: 'Tỉnh ủy viên, đọc kết quả đã công bố', en: 'Member of the superior, reads published results' },
};

export const stageWords: Readonly<Record<StageName, LocalText>> = {
  draft: { vi: 'đang chuẩn bị', en: 'in preparation' },
  issued: { vi: 'đã phát hành phiếu', en: 'papers issued' },
  open: { vi: 'đang bỏ phiếu', en: 'voting is open' },
  counting: { vi: 'đang kiểm phiếu', en: 'counting' },
  closed: { vi: 'đã đóng hòm phiếu', en: 'box closed' },
  tallied: { vi: 'đã có kết quả, chưa công bố', en: 'tallied, not published' },
  published: { vi: 'đã công bố, cùng một đợt trước', en: 'published, with an earlier session' },
  cancelled: { vi: 'đã hủy', en: 'cancelled' },
};
