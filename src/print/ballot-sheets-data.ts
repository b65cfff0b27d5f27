import type { DocumentHead, PrintLanguage } from './document-head.ts';

/** A level of the ballot form, as it heads its column of boxes. */
export interface SheetLevel {
  readonly id: string;
  readonly label: string;
}

/** A subject as printed: full name and position, or an organisation's name and kind. */
export interface SheetSubject {
  readonly name: string;
  readonly position: string;
}

/** One paper to print. `link` and `credential` are secrets: they go onto the page and nowhere else. */
export interface SheetPaper {
  readonly serial: string;
  /** The voting link with the credential in its fragment; where phones do not vote, the code for the tellers' desk. */
  readonly link: string;
  readonly credential: string;
}

/** What a print run of ballot papers is about, common to full sheets and slips. */
export interface PapersData {
  readonly language: PrintLanguage;
  /** Date written into the file as its creation date. */
  readonly createdAt: Date;
  readonly committeeName: string;
  /** The conference or session's title, for example "Hội nghị lần thứ 8 …". */
  readonly sessionTitle: string;
  /** Whether papers vote on phones; if not, their code is for the tellers' desk. */
  readonly phonesVote: boolean;
  readonly papers: readonly SheetPaper[];
  /** To look at, or to try a printer with: marked so that nobody takes it for a ballot. */
  readonly isTest?: boolean;
}

/** Full ballot sheets. The sentences are those of the ballot form: `sheetTexts` takes them from there. */
export interface BallotSheetsData extends PapersData {
  readonly head: DocumentHead;
  /** Kind of the paper in capitals, for example "PHIẾU TÍN NHIỆM". */
  readonly title: string;
  /** Whom the vote is about, one line or two under the title; empty for none. */
  readonly abstract: string;
  /** Heads of the two columns that say who a subject is, for example "Họ và tên". */
  readonly nameHeading: string;
  readonly positionHeading: string;
  readonly levels: readonly SheetLevel[];
  /** What stands over all level columns, for example "Mức độ tín nhiệm". */
  readonly levelsHeading: string;
  readonly subjects: readonly SheetSubject[];
  /** The form's rules for marking, one sentence each; how paper and phone go together is added to them. */
  readonly instructions: readonly string[];
  /** Where the committee's stamp goes. */
  readonly stampPlace: string;
  /** Label of the room for a signature, saying that nobody has to sign; null prints no such room. */
  readonly signature: string | null;
}

/** Called after each paper with the number drawn so far: to show progress, to let others run, to stop by throwing. */
export type AfterPaper = (done: number) => Promise<void> | void;
