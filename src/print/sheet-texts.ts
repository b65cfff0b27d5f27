import type { BallotForm } from '../domain/ballot-form.ts';
import type { BallotSheetsData } from './ballot-sheets-data.ts';
import type { PrintLanguage } from './document-head.ts';
import { ballotAbout, subjectWords } from './subject-words.ts';

/** The part of a sheet that its ballot form fixes. */
export type SheetTexts = Pick<
  BallotSheetsData,
  | 'title'
  | 'abstract'
  | 'nameHeading'
  | 'positionHeading'
  | 'levels'
  | 'levelsHeading'
  | 'instructions'
  | 'stampPlace'
  | 'signature'
>;

/** A form's printed name rules, from the reasons that make a whole sheet invalid; `both` in one sentence: sheets have little room. */
const nameRules = {
  people: {
    crossed: { vi: 'Không gạch họ tên in sẵn trên phiếu.', en: 'Do not cross out a printed name.' },
    written: { vi: 'Không ghi thêm tên người vào phiếu.', en: 'Do not write in a name.' },
    both: {
      vi: 'Không gạch họ tên in sẵn, không ghi thêm tên người: nếu có, cả phiếu không hợp lệ.',
      en: 'Cross out no printed name and write none in: either makes the whole paper invalid.',
    },
  },
  organisations: {
    crossed: { vi: 'Không gạch tên tổ chức in sẵn trên phiếu.', en: 'Do not cross out a printed name.' },
    written: { vi: 'Không ghi thêm tên tổ chức vào phiếu.', en: 'Do not write in a name.' },
    both: {
      vi: 'Không gạch tên tổ chức in sẵn, không ghi thêm tên tổ chức: nếu có, cả phiếu không hợp lệ.',
      en: 'Cross out no printed name and write none in: either makes the whole paper invalid.',
    },
  },
} as const;

function nameSentences(form: BallotForm, language: PrintLanguage): string[] {
  const reasons = form.invalidSheetReasons.map(({ id }) => id);
  const crossed = reasons.includes('name-crossed-out');
  const written = reasons.includes('name-written-in');
  const rules = nameRules[form.subjects ?? 'people'];
  if (crossed && written) return [rules.both[language]];
  if (crossed) return [rules.crossed[language]];
  return written ? [rules.written[language]] : [];
}

/** People stand on the sheet with where they work, too. */
function positionHeading(form: BallotForm, language: PrintLanguage): string {
  return form.subjects === undefined && language === 'vi'
    ? 'Chức vụ, đơn vị công tác'
    : subjectWords(form).position[language];
}

/** Title, levels and rules for marking as the ballot form words them; `body` is the committee with its term. */
export function sheetTexts(form: BallotForm, language: PrintLanguage, body: string): SheetTexts {
  return {
    title: form.wording.ballotTitle[language],
    abstract: ballotAbout(form, language, body),
    nameHeading: subjectWords(form).name[language],
    positionHeading: positionHeading(form, language),
    levels: form.levels.map(({ id, label }) => ({ id, label: label[language] })),
    levelsHeading: form.wording.levels[language],
    instructions: [
      form.wording.instruction[language],
      form.wording.unmarked[language],
      ...nameSentences(form, language),
    ],
    stampPlace: form.wording.stampPlace[language],
    signature: form.wording.optionalSignature[language],
  };
}
