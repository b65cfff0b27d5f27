import { Command } from 'commander';
import { readConfig } from '../server/config.ts';
import { recoverLocally } from '../server/recover-locally.ts';

const sentences = {
  'data-folder-in-use': 'stop the service first: its data folder is in use (DATA_DIR)',
  'unknown-account': 'there is no account of this user name',
} as const;

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
  if (!read.ok) return fail(read.problem);
  const link = await recoverLocally(read.config, username);
  if (!link.ok) return fail(sentences[link.refusal]);
  console.log('Liên kết một lần, dùng trong 24 giờ / One-time link, good for 24 hours:');
  console.log(link.value);
}

function fail(problem: string): void {
  console.error(`phieu: ${problem}`);
  process.exitCode = 1;
}
