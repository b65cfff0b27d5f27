import { Command } from 'commander';
import type { LocalText } from '../domain/text/local-text.ts';
import { readConfig } from '../server/config.ts';
import { recoverLocally } from '../server/start/recover-locally.ts';
import { fail } from './fail.ts';
import { filled } from './filled.ts';
import { speaker } from './language.ts';
import { settingSentences } from './start-sentences.ts';

const say = speaker('both');

const unknownAccount: LocalText = {
  vi: 'không có tài khoản mang tên đăng nhập này',
  en: 'there is no account of this user name',
};

export function recoverCommand(): Command {
  return new Command('recover')
    .description(
      'with the service stopped, print a one-time link that sets an account anew: password and second factor',
    )
    .argument('<username>')
    .action(run);
}

async function run(username: string): Promise<void> {
  const read = readConfig();
  if (!read.ok) return fail(say(read.problem));
  const { config } = read;
  const link = await recoverLocally(config, username);
  if (!link.ok) {
    if (link.refusal === 'unknown-account') return fail(say(unknownAccount));
    const settings = { folder: config.dataFolder, secret: config.secretFile ?? '' };
    return fail(say(filled(settingSentences[link.refusal], settings)));
  }
  console.log('Liên kết một lần, dùng trong 24 giờ / One-time link, good for 24 hours:');
  console.log(link.value);
}
