/** Hands bytes that this page has made or fetched to the browser's downloads. */
export function saveFile(name: string, bytes: Uint8Array<ArrayBuffer>, type: string): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after this turn; an address that nobody forgets keeps the bytes in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
