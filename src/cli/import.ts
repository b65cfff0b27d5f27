import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { call, type Reply } from '../client/api.ts';
import { importRoster } from '../contract/committees.ts';
import { takeBackImport } from '../contract/imports.ts';
import { importId } from '../domain/roster/kept-import.ts';
import { connect, defaultServer } from './connect.ts';
import { fail } from './fail.ts';
import { languageOption, type Say, type Spoken, speaker } from './language.ts';
import { refusalText } from './refusal-text.ts';

export function importCommand(): Command {
  return new Command('import')
    .description('import a roster of committee members from .xlsx or .csv: everything or nothing')
    .argument('[file]', 'the roster')
    .option('--take-back <import>', 'take an import back as a whole instead, by the id that it was given')
    .option('--server <url>', 'where the service is', process.env.PHIEU_SERVER ?? defaultServer)
    .addOption(languageOption())
    .action(run);
}

interface Options {
  readonly server: string;
  readonly lang: Spoken;
  readonly takeBack?: string;
}

async function run(file: string | undefined, { server, lang, takeBack: id }: Options): Promise<void> {
  const say = speaker(lang);
  if ((file === undefined) === (id === undefined)) {
    return fail(
      say({ vi: 'Hãy nêu một tệp, hoặc --take-back và mã lần nhập', en: 'name a file, or --take-back and an import' }),
    );
  }
  if (id !== undefined) return takeBack(id, server, say);
  if (file !== undefined) return send(file, server, say);
}

async function send(file: string, server: string, say: Say): Promise<void> {
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return fail(`${file}: ${say({ vi: 'không đọc được tệp', en: 'cannot be read' })}`);
  const connected = await connect(server);
  if (!connected.ok) return fail(say(refusalText(connected)));
  const reply = await call(connected.connection, importRoster, { query: {}, body: content });
  if (!reply.ok) return report(reply, say);
  const { people, seats, warnings, importId: kept } = reply.value;
  for (const note of warnings) console.log(noteLine(note, say));
  console.log(
    say({ vi: `Đã nhập ${people} người, ${seats} chân cấp ủy viên`, en: `${people} people, ${seats} seats` }),
  );
  if (kept === null) return;
  const command = `phieu import --take-back ${kept}`;
  console.log(say({ vi: `Rút lại cả lần nhập này: ${command}`, en: `To take all of it back: ${command}` }));
}

async function takeBack(id: string, server: string, say: Say): Promise<void> {
  const parsed = importId.safeParse(id);
  if (!parsed.success) return fail(say({ vi: `"${id}" không phải là mã lần nhập`, en: `"${id}" is no import's id` }));
  const connected = await connect(server);
  if (!connected.ok) return fail(say(refusalText(connected)));
  const reply = await call(connected.connection, takeBackImport, { params: { importId: parsed.data } });
  if (reply.ok) return console.log(say({ vi: 'Đã rút lại lần nhập', en: 'The import was taken back' }));
  for (const { code, messages } of reply.problem?.problems ?? []) console.error(messages ? say(messages) : code);
  fail(say(refusalText(reply)));
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
