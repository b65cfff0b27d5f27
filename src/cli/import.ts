import { readFile } from 'node:fs/promises';
import { Command, Option } from 'commander';
import { type Connection, call, type Reply } from '../client/api.ts';
import { importRoster, listCommittees, previewRoster } from '../contract/committee/committees.ts';
import { takeBackImport } from '../contract/imports/imports.ts';
import { andMore } from '../contract/imports/list-note-sentences.ts';
import type { ReplyOf } from '../contract/operation.ts';
import type { CommitteeId } from '../domain/committee/committee.ts';
import type { Capitals } from '../domain/lists/line-people.ts';
import { importId } from '../domain/roster/import-id.ts';
import { codeKey } from '../domain/text/code-key.ts';
import { counted } from '../domain/text/fill-places.ts';
import { textKey } from '../domain/text/text-key.ts';
import { connect, defaultServer } from './connect.ts';
import { fail } from './fail.ts';
import { languageOption, type Say, type Spoken, speaker } from './language.ts';
import { noteLine, readingLines } from './list-lines.ts';
import { refusalText } from './refusal-text.ts';

export function importCommand(): Command {
  return new Command('import')
    .description('import a roster of committee members from .xlsx or .csv: everything or nothing')
    .argument('[file]', 'the roster')
    .option('--take-back <import>', 'take an import back as a whole instead, by the id that it was given')
    .option('--preview', 'only show what was read and what would change')
    .option('--committee <name>', 'whose list it is, by name, code or id: then it needs no column for that')
    .addOption(
      new Option('--capitals <how>', 'write names that stand in capitals the usual way')
        .choices(['keep', 'usual'] as const)
        .default('keep' as const),
    )
    .option('--server <url>', 'where the service is', process.env.PHIEU_SERVER ?? defaultServer)
    .addOption(languageOption())
    .action(run);
}

interface Options {
  readonly server: string;
  readonly lang: Spoken;
  readonly takeBack?: string;
  readonly preview?: true;
  readonly committee?: string;
  readonly capitals: Capitals;
}

async function run(file: string | undefined, options: Options): Promise<void> {
  const { server, takeBack: id } = options;
  const say = speaker(options.lang);
  if ((file === undefined) === (id === undefined)) {
    return fail(
      say({ vi: 'Hãy nêu một tệp, hoặc --take-back và mã lần nhập', en: 'name a file, or --take-back and an import' }),
    );
  }
  if (id !== undefined) return takeBack(id, server, say);
  if (file !== undefined) return send(file, options, say);
}

async function send(file: string, { server, preview, committee, capitals }: Options, say: Say): Promise<void> {
  const content = await readFile(file).catch(() => undefined);
  if (content === undefined) return fail(`${file}: ${say({ vi: 'không đọc được tệp', en: 'cannot be read' })}`);
  const connected = await connect(server);
  if (!connected.ok) return fail(say(refusalText(connected)));
  const { connection } = connected;
  const committeeId = committee === undefined ? undefined : await findCommittee(connection, committee);
  if (committeeId === null) {
    return fail(
      say({ vi: `Không có đúng một cấp ủy "${committee}"`, en: `not exactly one committee is "${committee}"` }),
    );
  }
  const input = { query: { capitals, committeeId }, body: content };
  return preview ? show(connection, input, say) : enter(connection, input, say);
}

interface Input {
  readonly query: { readonly capitals: Capitals; readonly committeeId: CommitteeId | undefined };
  readonly body: Uint8Array;
}

/** Null where none, or several, are meant. */
async function findCommittee(connection: Connection, wanted: string): Promise<CommitteeId | null> {
  const reply = await call(connection, listCommittees);
  if (!reply.ok) return null;
  const key = textKey(wanted);
  const found = reply.value.filter(
    ({ id, name, code, to }) =>
      id === wanted || (to === null && (textKey(name) === key || (code !== null && codeKey(code) === codeKey(wanted)))),
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

async function show(connection: Connection, input: Input, say: Say): Promise<void> {
  const reply = await call(connection, previewRoster, input);
  if (!reply.ok) return report(reply, say);
  const { people, counts } = reply.value;
  tellReading(reply.value, say);
  const { added, changed, same } = counts;
  console.log(
    say({
      vi: `Chưa ghi gì: ${people} người; vị trí cấp ủy viên: ${added} mới, ${changed} thay đổi, ${same} như cũ`,
      en: `nothing was kept; people: ${people}; seats: ${added} new, ${changed} changed, ${same} as they are`,
    }),
  );
}

async function enter(connection: Connection, input: Input, say: Say): Promise<void> {
  const reply = await call(connection, importRoster, input);
  if (!reply.ok) return report(reply, say);
  const { people, seats, importId: kept } = reply.value;
  tellReading(reply.value, say);
  console.log(
    say({
      vi: `Đã nhập ${people} người, ${seats} vị trí cấp ủy viên`,
      en: `${counted(people, 'person', 'people')}, ${counted(seats, 'seat')}`,
    }),
  );
  if (kept === null) return;
  const command = `phieu import --take-back ${kept}`;
  console.log(say({ vi: `Rút lại cả lần nhập này: ${command}`, en: `To take all of it back: ${command}` }));
}

/** How the file was read, and what to look at in it. */
function tellReading(
  { reading, warnings, warningCount }: Pick<ReplyOf<typeof importRoster>, 'reading' | 'warnings' | 'warningCount'>,
  say: Say,
): void {
  for (const line of readingLines(reading, say)) console.log(line);
  for (const note of warnings) console.log(noteLine(note, say));
  if (warningCount > warnings.length) console.log(say(andMore(warningCount - warnings.length)));
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

function report(
  refused: Extract<Reply<typeof importRoster> | Reply<typeof previewRoster>, { ok: false }>,
  say: Say,
): void {
  for (const note of refused.problem?.problems ?? []) console.error(noteLine(note, say));
  fail(say(refusalText(refused)));
}
