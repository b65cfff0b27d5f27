import type { BallotForm } from '../domain/ballot-form.ts';
import type { BallotSheetsData } from './ballot-sheets-data.ts';
import type { PrintLanguage } from './document-head.ts';

/** The part of a sheet that its ballot form fixes. */
export type SheetTexts = Pick<
  BallotSheetsData,
  'title' | 'abstract' | 'levels' | 'levelsHeading' | 'instructions' | 'stampPlace' | 'signature'
>;

/** A form's printed name rules, from the reasons that make a whole sheet invalid. */
const nameRules = {
  'name-crossed-out': { vi: 'Không gạch họ tên in sẵn trên phiếu.', en: 'Do not cross out a printed name.' },
  'name-written-in': { vi: 'Không ghi thêm tên người vào phiếu.', en: 'Do not write in a name.' },
} as const;

/** Both rules in one sentence: most forms have both, and a sheet has little room. */
const bothNameRules = {
  vi: 'Không gạch họ tên in sẵn, không ghi thêm tên người: nếu có, cả phiếu không hợp lệ.',
  en: 'Cross out no printed name and write none in: either makes the whole paper invalid.',
} as const;

const nameSentences = (form: BallotForm, language: PrintLanguage): string[] => {
  const reasons = form.invalidSheetReasons.map(({ id }) => id);
  const crossed = reasons.includes('name-crossed-out');
  const written = reasons.includes('name-written-in');
  if (crossed && written) return [bothNameRules[language]];
  if (crossed) return [nameRules['name-crossed-out'][language]];
  return written ? [nameRules['name-written-in'][language]] : [];
};

/** Title, levels and rules for marking as the ballot form words them; `body` is the committee with its term. */
export const sheetTexts = (form: BallotForm, language: PrintLanguage, body: string): SheetTexts => ({
  title: form.wording.ballotTitle[language],
  abstract: `${form.wording.ballotAbstract[language]} ${body}`,
  levels: form.levels.map(({ id, label }) => ({ id, label: label[language] })),
  levelsHeading: form.wording.levels[language],
  instructions: [form.wording.instruction[language], form.wording.unmarked[language], ...nameSentences(form, language)],
  stampPlace: form.wording.stampPlace[language],
  signature: form.wording.optionalSignature[language],
});
