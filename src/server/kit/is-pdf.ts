/** Whether a file begins as PDF files do; what is in it is for its readers to judge. */
export function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-';
}
