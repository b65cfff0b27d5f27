import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { call, type Reply } from '../client/api.ts';
import { importRoster } from '../contract/committees.ts';
import { connect, defaultServer } from './connect.ts';
import { fail } from './fail.ts';
import { languageOption, type Say, type Spoken, speaker } from './language.ts';
import { refusalText } from './refusal-text.ts';

export function importCommand(): Command {
  return new Command('import')
    .description('import a roster of committee members from .xlsx or .csv: everything or nothing')
    .argument('<file>', 'the roster')
    .option('--server <url>', 'where the service is', process.env.PHIEU_SERVER ?? defaultServer)
    .addOption(languageOption())
    .action(run);
}

async function run(file: string, { server, lang }: { server: string; lang: Spoken }): Promise<void> {
  const say = speaker(lang);
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return fail(`${file}: ${say({ vi: 'không đọc được tệp', en: 'cannot be read' })}`);
  const connected = await connect(server);
  if (!connected.ok) return fail(say(refusalText(connected)));
  const reply = await call(connected.connection, importRoster, { query: {}, body: content });
  if (!reply.ok) return report(reply, say);
  const { people, seats, warnings } = reply.value;
  for (const note of warnings) console.log(noteLine(note, say));
  console.log(
    say({ vi: `Đã nhập ${people} người, ${seats} chân cấp ủy viên`, en: `${people} people, ${seats} seats` }),
  );
}

interface Note {
  readonly line?: number | null | undefined;
  readonly column?: string | undefined;
  readonly code: string;
  readonly messages?: { readonly vi: string; readonly en: string } | undefined;
}

function noteLine({ line, column, code, messages }: Note, say: Say): string {
  const where = say({ vi: `Dòng ${line ?? '?'}`, en: `line ${line ?? '?'}` });
  return `${where}${column ? ` [${column}]` : ''}: ${messages ? say(messages) : code}`;
}

function report(refused: Extract<Reply<typeof importRoster>, { ok: false }>, say: Say): void {
  for (const note of refused.problem?.problems ?? []) console.error(noteLine(note, say));
  fail(say(refusalText(refused)));
}
