interface Fetched {
  readonly value: Uint8Array;
  readonly fileName?: string | undefined;
}

/** Hands a file that this page has fetched to the browser's downloads, under the name that the service gave it. */
export function saveFile({ value, fileName = '' }: Fetched, type = 'application/octet-stream'): void {
  const address = URL.createObjectURL(new Blob([value as Uint8Array<ArrayBuffer>], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser reads the file after this turn; an address that nobody forgets keeps the bytes in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
