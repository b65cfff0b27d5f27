import type { PrintData, PrintOrder } from '../../../../client/office.ts';

/** What the console asks of its printing worker: one print run of papers. */
export interface PrintRequest {
  readonly data: PrintData;
  readonly count: number;
  readonly order: PrintOrder;
}

/** A sheet to look at. */
export interface TestRequest {
  readonly data: PrintData;
  readonly order: Omit<PrintOrder, 'kind'>;
}

/** How many papers have their credential and how many are drawn. */
export interface PrintProgress {
  readonly made: number;
  readonly drawn: number;
}

/** Credentials are in the PDF only; the public halves are what the service may know. */
export interface PapersOfWorker {
  /** Of the print run. */
  readonly id: string;
  readonly pdf: Uint8Array<ArrayBuffer>;
  readonly publicCredentials: readonly string[];
  readonly pagesEach: number;
}

/** The worker that makes papers; it tells its {@link PrintProgress}. */
export interface PrintPrograms {
  print(request: PrintRequest): Promise<PapersOfWorker>;
  /** @returns one sheet that is no ballot, as a PDF */
  test(request: TestRequest): Promise<Uint8Array<ArrayBuffer>>;
}
