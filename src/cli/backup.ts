import { resolve } from 'node:path';
import { Command } from 'commander';
import { readConfig } from '../server/config.ts';
import { failureNotes } from '../server/operate/backup/failure-notes.ts';
import { lacksItsLog } from '../server/store/sqlite/claim.ts';
import { makeBackup } from '../server/workers/office/make-backup.ts';
import { fail } from './fail.ts';
import { filled } from './filled.ts';
import { languageOption, type Spoken, speaker } from './language.ts';
import { folderSentences } from './start-sentences.ts';

export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'back up the data folder (DATA_DIR) and the database (DATABASE_URL), also beside the running service, and check the backup',
    )
    .argument('<folder>', 'the folder to make; it does not exist yet')
    .addOption(languageOption())
    .action(run);
}

async function run(target: string, { lang }: { readonly lang: Spoken }): Promise<void> {
  const say = speaker(lang);
  const read = readConfig();
  if (!read.ok) return fail(say(read.problem));
  const { databaseUrl } = read.config;
  const folder = resolve(read.config.dataFolder);
  if (databaseUrl === undefined && lacksItsLog(folder))
    return fail(say(filled(folderSentences['database-without-log'], { folder })));
  const made = await makeBackup({ folder, databaseUrl }, target, new Date());
  if (!made.ok) return fail(say(failureNotes[made.refusal]));
  const { at, altered } = made.value;
  console.log(say(filled(words.made, { target, at })));
  console.log(say(filled(words.links, { keys: resolve(read.config.linkKeys.folder) })));
  if (altered.length > 0) return fail(say(filled(words.altered, { ids: altered.join(', ') })));
}

const words = {
  made: {
    vi: 'Đã sao lưu và kiểm tra: {target} (lúc {at})',
    en: 'Backed up and checked: {target} (as of {at})',
  },
  links: {
    vi: 'Bản sao lưu không có khóa cho biết ai giữ tờ phiếu nào trên điện thoại ({keys}): nếu khôi phục mà mất khóa này, các tờ phiếu đó không hủy và thay được nữa; của đợt chưa mở hòm phiếu thì phải thu hồi và phát lại. Không sao lưu thư mục khóa.',
    en: 'It leaves out the keys that tell who holds which phone paper ({keys}): after a restore without them these papers can no longer be voided and replaced; those of a session that is not open yet are withdrawn and received anew. Make no backup of that folder.',
  },
  altered: {
    vi: 'Các đợt sau không còn đúng như phần mềm đã ghi và bị khóa trong bản sao lưu này: {ids}',
    en: 'These sessions are not what the service wrote, and are locked in this backup too: {ids}',
  },
} as const;
