import type { PrintData, PrintOrder } from '../../../../client/office.ts';

/** What the console asks of its printing worker: one print run of papers. */
export interface PrintRequest {
  readonly data: PrintData;
  readonly count: number;
  readonly order: PrintOrder;
}

/**
 * What the worker answers: how many papers have their credential and how many are drawn, then the print run. Credentials
 * are in the PDF only; the public halves are what the service may know.
 */
export type PrintAnswer =
  | { readonly kind: 'progress'; readonly made: number; readonly drawn: number }
  | { readonly kind: 'done'; readonly pdf: ArrayBuffer; readonly publicCredentials: readonly string[] }
  | { readonly kind: 'failed' };
