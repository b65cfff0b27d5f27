import { resolve } from 'node:path';
import { Command } from 'commander';
import type { LocalText } from '../domain/text/local-text.ts';
import { readConfig } from '../server/config.ts';
import { failureNotes } from '../server/operate/backup/failure-notes.ts';
import { examineBackup, type RestoreRefusal, restoreBackup } from '../server/start/restore-backup.ts';
import { ask } from './ask.ts';
import { fail } from './fail.ts';
import { filled } from './filled.ts';
import { languageOption, type Spoken, speaker } from './language.ts';
import { folderSentences } from './start-sentences.ts';

interface Options {
  readonly oldMachineGone: boolean;
  readonly lang: Spoken;
}

export function restoreCommand(): Command {
  return new Command('restore')
    .description(
      'put a backup into an empty data folder (DATA_DIR) and an empty database (DATABASE_URL); open sessions go on from there',
    )
    .argument('<folder>', 'a folder that `phieu backup` or the service made')
    .option('--old-machine-gone', 'answers, for scripts, that the service it was made of will never run again', false)
    .addOption(languageOption())
    .action(run);
}

async function run(backup: string, { oldMachineGone, lang }: Options): Promise<void> {
  const say = speaker(lang);
  const read = readConfig();
  if (!read.ok) return fail(say(read.problem));
  const folder = resolve(read.config.dataFolder);
  const places = { backup, folder };
  const examined = await examineBackup(backup);
  if (!examined.ok) return fail(say(filled(sentences[examined.refusal], places)));
  if (!oldMachineGone) {
    console.error(say(filled(words.twoBoxes, { at: examined.value.at })));
    const answer = await ask(`${say(words.question)} `);
    if (!/^(gone|không còn|khong con)$/i.test(answer.normalize('NFC'))) return fail(say(words.nothingDone));
  }
  const restored = await restoreBackup(backup, read.config);
  if (!restored.ok) return fail(say(filled(sentences[restored.refusal], places)));
  const { at, altered } = restored.value;
  console.log(say(filled(words.restored, { folder, at })));
  const left = read.config.databaseUrl === undefined ? [] : [words.signIns];
  for (const text of [words.phones, words.tellers, ...left]) console.log(`- ${say(text)}`);
  console.log(`- ${say(filled(words.links, { keys: resolve(read.config.linkKeys.folder) }))}`);
  if (altered.length > 0) console.log(`- ${say(filled(words.altered, { ids: altered.join(', ') }))}`);
}

const words = {
  signIns: {
    vi: 'Mọi người phải đăng nhập lại: bản sao lưu của PostgreSQL không ghi các lần đăng nhập.',
    en: 'Everybody signs in anew: a backup of PostgreSQL leaves sign-ins out.',
  },
  twoBoxes: {
    vi: 'Bản sao lưu lúc {at}. Nếu máy cũ vẫn chạy hoặc sẽ chạy lại, cùng một đợt sẽ có hai hòm phiếu và không hòm nào đúng.',
    en: 'The backup is of {at}. If the old machine still runs, or ever runs again, one session has two boxes and neither is right.',
  },
  question: {
    vi: 'Máy cũ chắc chắn không còn chạy và sẽ không chạy lại? Gõ "không còn" để tiếp tục:',
    en: 'Is the old machine gone for certain, never to run again? Type "gone" to go on:',
  },
  nothingDone: { vi: 'Chưa khôi phục; không có gì thay đổi.', en: 'Nothing was restored and nothing was changed.' },
  restored: {
    vi: 'Đã khôi phục vào {folder}, đúng như lúc {at}; đợt đang mở tiếp tục khi dịch vụ chạy. Những gì ghi sau lúc đó không có ở đây:',
    en: 'Restored into {folder}, as of {at}; an open session goes on when the service runs. What was stored later is not here:',
  },
  phones: {
    vi: 'Phiếu được xác nhận sau lúc đó không còn trong hòm: điện thoại báo không tìm thấy mã tra cứu và người bỏ phiếu gửi lại trước khi kết thúc bỏ phiếu; hãy báo tại hội trường để mọi người xem lại điện thoại.',
    en: 'Ballots acknowledged later are no longer in the box: their phones say that the tracker is missing, and their voters cast again before voting ends; announce in the hall that everybody looks at their phone.',
  },
  tellers: {
    vi: 'Thiết bị của thành viên ban kiểm phiếu đã thấy hồ sơ sau lúc đó sẽ từ chối hồ sơ này, đúng như thiết kế: xem docs/operation.md, mục Restoring.',
    en: "Tellers' devices that saw the record later refuse this one, as they should: see docs/operation.md, Restoring.",
  },
  links: {
    vi: 'Ai giữ tờ phiếu nào trên điện thoại chỉ còn biết nếu có thư mục khóa của máy cũ ({keys}); hãy chép vào trước khi chạy dịch vụ. Nếu mất khóa: đợt đang mở thì các tờ phiếu đó vẫn bỏ được nhưng không hủy và thay được; đợt chưa mở thì bảng điều hành hướng dẫn thu hồi và phát lại.',
    en: 'Who holds which phone paper is known only with the folder of keys of the old machine ({keys} here); put it there before the service starts. Without the keys these papers still vote in an open session, but can no longer be voided and replaced; in one that is not open yet the console says how they are withdrawn and received anew.',
  },
  altered: {
    vi: 'Các đợt sau đã không còn đúng như phần mềm đã ghi khi sao lưu, nên bị khóa: {ids}',
    en: 'These sessions were not what the service wrote when the backup was made, and are locked: {ids}',
  },
} as const satisfies Record<string, LocalText>;

const sentences: Readonly<Record<RestoreRefusal, LocalText>> = {
  ...folderSentences,
  'no-backup': {
    vi: '{backup} không phải bản sao lưu của chương trình này (thiếu backup.json).',
    en: '{backup} is no backup of this program (no backup.json).',
  },
  'backup-altered': {
    vi: 'Tệp trong {backup} không còn như khi sao lưu; hãy dùng bản sao lưu khác.',
    en: 'Files in {backup} are not what they were when the backup was made; use another backup.',
  },
  'folder-not-empty': {
    vi: '{folder} đã có cơ sở dữ liệu; hãy đặt DATA_DIR là một thư mục trống.',
    en: '{folder} has a database already; let DATA_DIR name an empty folder.',
  },
  'backup-of-embedded-database': {
    vi: '{backup} là bản sao lưu của cơ sở dữ liệu nhúng; hãy bỏ DATABASE_URL rồi khôi phục.',
    en: '{backup} is a backup of an embedded database; leave DATABASE_URL out and restore.',
  },
  'backup-of-postgres': {
    vi: '{backup} là bản sao lưu của PostgreSQL; hãy đặt DATABASE_URL là một cơ sở dữ liệu trống rồi khôi phục.',
    en: '{backup} is a backup of PostgreSQL; let DATABASE_URL name an empty database and restore.',
  },
  'database-not-empty': {
    vi: 'Cơ sở dữ liệu trong DATABASE_URL đã có bảng; hãy tạo cơ sở dữ liệu trống (CREATE DATABASE … ENCODING UTF8).',
    en: 'The database in DATABASE_URL has tables already; make an empty one (CREATE DATABASE … ENCODING UTF8).',
  },
  'postgres-programs-missing': failureNotes['postgres-programs-missing'],
  'postgres-programs-too-old': failureNotes['postgres-programs-too-old'],
  'postgres-program-failed': failureNotes['postgres-program-failed'],
  'database-locked': folderSentences['data-folder-in-use'],
};
