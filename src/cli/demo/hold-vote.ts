import pMap from 'p-map';
import type { Device } from '../../client/device.ts';
import type { BallotForm } from '../../domain/ballot-form.ts';
import type { SessionId } from '../../domain/session/session.ts';
import { counted } from '../../domain/text/fill-places.ts';
import type { LocalText } from '../../domain/text/local-text.ts';
import { subjectWords } from '../../print/subject-words.ts';
import type { Election } from '../../protocol/record/election.ts';
import type { BallotChecker } from '../../protocol/verify/verify-options.ts';
import { localDay } from '../../server/kit/local-time.ts';
import { castOnPhones, type PhoneAfterCast, readElectionOnPhone } from './cast-ballots.ts';
import { type Announced, announce, closeBox, endPhoneVoting, findTrackers, keySheets } from './count-ballots.ts';
import { type HandedOut, handOutSheets, printSheets, receivePhonePapers } from './issue-papers.ts';
import { briefAndCount, holdCeremony, holdRehearsal, openBox, type TellerAtWork } from './make-keys.ts';
import { hasTableLevels } from './marks.ts';
import { type Numbers, planNumbers, type Wanted } from './numbers.ts';
import { openAllShares, publish, type Result, type Taken, takeHome, tryToRead } from './open-result.ts';
import { drawPassword } from './people.ts';
import { type BallotPlan, planBallots } from './plan-ballots.ts';
import {
  addCommittees,
  drawUpSession,
  enrolAll,
  findForm,
  importAll,
  type Members,
  makeAdministrator,
  nameAndIssue,
} from './prepare.ts';
import { type CommitteeNames, committeeNames, rosterCsv } from './roster-file.ts';
import { issueRoundPlan, roundOf } from './round.ts';
import type { ServiceProcess } from './service-process.ts';
import type { TakeStep } from './steps.ts';

/** Where the vote is held, and by what. */
export interface DemoStage {
  readonly service: ServiceProcess;
  readonly device: Device;
  readonly checkBallots: BallotChecker;
  /** Where papers and the result are left. */
  readonly folder: string;
  readonly take: TakeStep;
}

export interface VoteAsked extends Wanted {
  readonly formId: string;
}

const same = (text: string): LocalText => ({ vi: text, en: text });

/** Everything up to the moment when papers can be made. */
interface Prepared {
  readonly names: CommitteeNames;
  readonly members: Members;
  readonly form: BallotForm;
  readonly numbers: Numbers;
  readonly sessionId: SessionId;
}

async function prepare({ service, device, take }: DemoStage, asked: VoteAsked): Promise<Prepared> {
  const { table, tellers, threshold, formId } = asked;
  const names = committeeNames(table);
  const administrator = await take({
    name: { vi: 'Tạo quản trị viên đầu tiên bằng liên kết một lần', en: 'First administrator, by the one-time link' },
    run: () => makeAdministrator(service.baseUrl, service.setupToken() ?? '', drawPassword(device.random)),
  });
  const form = await findForm(administrator, formId);
  if (table && !hasTableLevels(form)) throw new Error('--table: the form has other levels than high, confidence, low');
  const numbers = planNumbers(asked, form);
  const committees = await take({
    name: { vi: 'Lập bốn cấp ủy', en: 'Four committees' },
    run: () => addCommittees(administrator, names),
    found: () => same(`${names.top} › ${names.superior} › ${names.committee}, ${names.sibling}`),
  });
  const seats = await take({
    name: { vi: 'Nhập danh sách', en: 'Roster import' },
    run: () => importAll(administrator, committees, rosterCsv(names, numbers.subjects, tellers, table)),
    found: ({ committee, superior }) => ({
      vi: `${committee.length} vị trí cấp ủy viên ở ${names.committee}, ${superior.length} ở cấp trên; một đồng chí ở cả hai`,
      en: `${counted(committee.length, 'seat')} in the committee, ${superior.length} in its superior; one person on both`,
    }),
  });
  const members = await take({
    name: { vi: 'Tạo tài khoản', en: 'Accounts' },
    run: () => enrolAll(administrator, committees, seats, tellers, numbers.phonePapers, device),
    found: (made) => ({
      vi: `chủ trì, người quán triệt, hai văn phòng, ${made.tellers.length} kiểm phiếu, ${made.phoneVoters.length} cử tri, 4 người đọc`,
      en: `chair, briefer, two offices, ${counted(made.tellers.length, 'teller')}, ${counted(made.phoneVoters.length, 'voter')}, 4 readers`,
    }),
  });
  const today = localDay(new Date());
  const planId = await take({
    name: { vi: 'Cấp trên ban hành kế hoạch', en: 'The superior issues its plan' },
    run: () => issueRoundPlan(members.superiorOffice, committees.superior, form, { number: '12-KH/ĐU', today }),
    found: () => same(roundOf(form, Number(today.slice(0, 4))).title),
  });
  const conference = { committeeId: committees.committee, form, planId, heldOn: today, convenedBy: names.superior };
  const { id: sessionId } = await take({
    name: { vi: 'Lập đợt lấy phiếu', en: 'Session' },
    run: () => drawUpSession(members.chair.connection, conference, numbers),
    found: ({ id }) => ({
      vi: `${id}, ${numbers.subjects} ${subjectWords(form).several.vi}, ${numbers.summoned} người được triệu tập, mẫu ${form.id}`,
      en: `${id}, ${counted(numbers.subjects, subjectWords(form).one.en, subjectWords(form).several.en)}, ${numbers.summoned} summoned, form ${form.id}`,
    }),
  });
  await take({
    name: { vi: 'Lập ban kiểm phiếu và chốt danh sách', en: 'Tellers named, list frozen' },
    run: () => nameAndIssue(members.chair.connection, sessionId, members.tellers, threshold),
    found: () => ({
      vi: `${members.tellers.map(({ name }) => name).join(', ')}; cần ${threshold}`,
      en: `${threshold} of ${tellers} open the totals`,
    }),
  });
  return { names, members, form, numbers, sessionId };
}

/** Papers made, handed out; keys made, rehearsed; box open. */
interface Opened {
  readonly papers: HandedOut;
  readonly tellers: readonly TellerAtWork[];
  readonly election: Election;
}

async function issueAndOpen(
  { device, take, folder, service }: DemoStage,
  prepared: Prepared,
  threshold: number,
): Promise<Opened> {
  const { members, numbers, form, sessionId } = prepared;
  const { chair, secretary, office } = members;
  // One more than needed: a sheet will be spoiled and exchanged.
  const printed = numbers.present - numbers.phonePapers + numbers.spares;
  const pile = await take({
    name: { vi: 'In phiếu, đếm và xác nhận', en: 'Sheets printed, counted, confirmed' },
    run: () => printSheets(office, device, sessionId, printed, folder),
    found: (sheets) => ({
      vi: `${sheets.length} tờ, papers.pdf`,
      en: `${counted(sheets.length, 'sheet')}, papers.pdf`,
    }),
  });
  const phones = await take({
    name: { vi: 'Nhận phiếu trên điện thoại', en: 'Papers received on phones' },
    run: () => receivePhonePapers(members.phoneVoters, device, sessionId),
    found: ({ size }) => same(String(size)),
  });
  const papers = await take({
    name: {
      vi: 'Phát phiếu từ chồng đã xáo, đổi một tờ hỏng theo cuống',
      en: 'Sheets handed out, a spoiled one exchanged by its stub',
    },
    run: () => handOutSheets(office, sessionId, pile, phones, numbers),
    found: ({ holders, spares }) => ({
      vi: `${holders.length} người có phiếu, còn ${spares.length} tờ`,
      en: `${counted(holders.length, 'person holds', 'people hold')} a paper, ${counted(spares.length, 'sheet')} left`,
    }),
  });
  const ceremony = await take({
    name: { vi: 'Ban kiểm phiếu tạo khóa', en: 'Key ceremony' },
    run: () => holdCeremony(chair, members.tellers, threshold, device, sessionId),
    found: ({ code }) => (code === null ? same('1/1') : { vi: `đã đọc to mã ${code}`, en: `code read aloud ${code}` }),
  });
  const rehearsal = await take({
    name: { vi: 'Bỏ phiếu thử', en: 'Rehearsal' },
    run: () => holdRehearsal(ceremony.tellers, device, sessionId, form, numbers.subjects),
    found: ({ ballots }) => ({ vi: `${ballots} phiếu, đã mở được`, en: `${counted(ballots, 'ballot')}, opened` }),
  });
  await take({
    name: { vi: 'Quán triệt, điểm danh', en: 'Briefing, attendance' },
    run: () =>
      briefAndCount(
        secretary,
        office,
        sessionId,
        form,
        papers.holders.map(({ voterId }) => voterId),
      ),
    found: () => same(`${papers.holders.length}/${numbers.summoned}`),
  });
  const opened = await take({
    name: {
      vi: 'Các thành viên tìm thấy khóa của mình; mở hòm phiếu',
      en: 'Tellers find their keys; the box is opened',
    },
    run: () => openBox(chair, rehearsal.tellers, device, sessionId),
    found: ({ fingerprint }) => ({ vi: `vân tay hồ sơ ${fingerprint}`, en: `fingerprint ${fingerprint}` }),
  });
  const [holder] = papers.holders;
  if (holder === undefined) throw new Error('nobody holds a paper');
  const election = await readElectionOnPhone({ baseUrl: service.baseUrl }, holder, device);
  return { papers, tellers: opened.tellers, election };
}

/** Ballots cast and counted. */
interface Counted {
  readonly announced: Announced;
  readonly trackers: readonly string[];
}

async function castAll(
  { service, device, take }: DemoStage,
  { election }: Opened,
  plan: BallotPlan,
): Promise<PhoneAfterCast[]> {
  const first = await take({
    name: { vi: 'Bỏ phiếu trên điện thoại', en: 'Ballots cast on phones' },
    run: () => castOnPhones(service.baseUrl, device, election, plan.firstThoughts),
    found: (cast) => ({ vi: `${cast.length} phiếu đầu tiên`, en: `the first ${cast.length}` }),
  });
  const again = first.slice(0, plan.firstThoughts.length - 1);
  const changed = plan.phones.slice(0, again.length);
  const rest = plan.phones.slice(again.length);
  const recast = await take({
    name: { vi: 'Bỏ lại trên chính điện thoại đó', en: 'Cast again on the same phones' },
    run: () =>
      castOnPhones(
        service.baseUrl,
        device,
        election,
        changed.map((ballot, index) => ({ ...ballot, recastKey: again[index]?.recastKey ?? '' })),
      ),
    found: ({ length }) => ({ vi: `${length} phiếu, lần sau cùng được tính`, en: `${length}; the last one counts` }),
  });
  const others = await take({
    name: { vi: 'Những người khác bỏ phiếu', en: 'Everybody else casts' },
    run: () => castOnPhones(service.baseUrl, device, election, rest),
    found: ({ length }) => ({ vi: `${length} phiếu`, en: counted(length, 'ballot') }),
  });
  return [...recast, ...others];
}

async function count(stage: DemoStage, prepared: Prepared, opened: Opened, plan: BallotPlan): Promise<Counted> {
  const { service, device, take } = stage;
  const { members, sessionId, numbers } = prepared;
  const phones = await castAll(stage, opened, plan);
  const [teller = members.chair] = members.tellers;
  await take({
    name: {
      vi: 'Chủ trì và một kiểm phiếu cùng quyết định kết thúc bỏ phiếu trên điện thoại',
      en: 'Chair and a teller end phone voting',
    },
    run: () => endPhoneVoting(members.chair, teller, device, sessionId),
  });
  const announced = await take({
    name: { vi: 'Đếm và công bố', en: 'Counted and announced' },
    run: () => announce(teller, sessionId, plan.sheets),
    found: ({ issued, collected }) => ({
      vi: `phát ra ${issued}, thu về ${collected}, ${plan.sheets.length} tờ trong hòm`,
      en: `${issued} issued, ${collected} collected, ${counted(plan.sheets.length, 'sheet')} in the box`,
    }),
  });
  const keyed = await take({
    name: { vi: 'Nhập phiếu giấy', en: 'Sheets keyed' },
    run: () => keySheets(teller, device, sessionId, opened.election, plan.sheets),
    found: ({ replacing, trackers }) => ({
      vi: `${trackers.length} tờ, ${replacing} tờ thay phiếu điện thoại, ${numbers.invalidSheets} tờ không hợp lệ`,
      en: `${counted(trackers.length, 'sheet')}, ${replacing} replacing a phone ballot, ${numbers.invalidSheets} wholly invalid`,
    }),
  });
  await take({
    name: { vi: 'Thống kê tờ còn lại theo cuống, đóng hòm phiếu', en: 'Unused sheets counted by stubs, box closed' },
    run: () => closeBox(members.office, members.chair, sessionId, opened.papers.spares),
  });
  const found = await take({
    name: { vi: 'Điện thoại tìm mã tra cứu của mình', en: 'Phones find their trackers' },
    run: () => findTrackers(service.baseUrl, sessionId, phones),
    found: (number) => same(`${number}/${phones.length}`),
  });
  if (found !== phones.length) throw new Error('an acknowledged ballot is not in the box');
  return { announced, trackers: [...phones.map(({ tracker }) => tracker), ...keyed.trackers] };
}

/** A vote that was held, with what its readers took home. */
export interface HeldVote {
  readonly sessionId: SessionId;
  readonly numbers: Numbers;
  readonly form: BallotForm;
  readonly result: Result;
  readonly taken: Taken;
  readonly tellers: readonly TellerAtWork[];
  readonly trackers: readonly string[];
}

const readable: Readonly<Record<keyof CommitteeNames, boolean>> = {
  committee: true,
  superior: true,
  sibling: false,
  top: false,
};

const readers = ['committee', 'superior', 'sibling', 'top'] as const;

function readingLine(committee: string, answer: string): LocalText {
  const [vi, en] = answer === 'ok' ? ['được', 'may'] : [`không được [${answer}]`, `may not [${answer}]`];
  return { vi: `Ủy viên ${committee} đọc kết quả: ${vi}`, en: `A seat holder of ${committee} reads the result: ${en}` };
}

async function openAndPublish(stage: DemoStage, prepared: Prepared, opened: Opened, box: Counted): Promise<HeldVote> {
  const { device, take, checkBallots, folder } = stage;
  const { members, sessionId, names, form, numbers } = prepared;
  const tellers = await take({
    name: {
      vi: 'Ban kiểm phiếu kiểm tra toàn bộ hồ sơ rồi mở kết quả',
      en: 'Tellers verify the whole record and open the totals',
    },
    run: () => openAllShares(opened.tellers, device, sessionId, box.announced.collected, checkBallots),
    found: ({ length }) => ({ vi: `${length} phần giải mã`, en: counted(length, 'share') }),
  });
  const result = await take({
    name: { vi: 'Biên bản, bản chụp đã ký, công bố', en: 'Minutes, signed scan, publication' },
    run: () => publish(members.chair, members.office, sessionId),
    found: ({ base }) => ({ vi: `tỷ lệ trên ${base.value}`, en: `percentages of ${base.value}` }),
  });
  const taken = await take({
    name: { vi: 'Một ủy viên tải hồ sơ và kết quả', en: 'A seat holder downloads record and result' },
    run: () => takeHome(members.readers.committee, sessionId, folder),
    found: ({ record }) => ({ vi: `hồ sơ ${record.length} byte`, en: `a record of ${record.length} bytes` }),
  });
  const answers = await take({
    name: { vi: 'Ai được đọc kết quả', en: 'Who may read the result' },
    run: () => pMap(readers, (reader) => tryToRead(members.readers[reader], sessionId), { concurrency: 1 }),
    lines: (given) => given.map((answer, index) => readingLine(names[readers[index] ?? 'top'], answer)),
  });
  for (const [index, reader] of readers.entries()) {
    if ((answers[index] === 'ok') !== readable[reader]) throw new Error(`scope: ${reader} ${answers[index]}`);
  }
  return { sessionId, numbers, form, result, taken, tellers, trackers: box.trackers };
}

/** Holds a whole vote through the HTTP API, with the programs of people and nothing else. */
export async function holdVote(stage: DemoStage, asked: VoteAsked): Promise<HeldVote> {
  const prepared = await prepare(stage, asked);
  const opened = await issueAndOpen(stage, prepared, asked.threshold);
  const { numbers, form } = prepared;
  const plan = planBallots(opened.papers.holders, numbers, form, asked.table, stage.device.random);
  const box = await count(stage, prepared, opened, plan);
  return openAndPublish(stage, prepared, opened, box);
}
