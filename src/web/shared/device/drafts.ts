import { storageIn } from './device-storage.ts';

/** What somebody typed into a form and did not save. */
export interface Draft<Content> {
  /** What the form held before, as JSON: while that is what is saved, the draft goes on from it. */
  readonly start: string;
  readonly content: Content;
}

const storage = storageIn(() => localStorage);
const prefix = 'phieu.draft ';

/** What belongs to one account begins like nobody else's: an account's id has no space in it. */
const nameOf = (account: string, name: string) => `${prefix}${account} ${name}`;

/** `at`: when it was typed last, an instant. */
export function readDraft<Content>(account: string, name: string): (Draft<Content> & { at: string }) | undefined {
  const text = storage.read(nameOf(account, name));
  return text === undefined ? undefined : JSON.parse(text);
}

/** @returns whether the device has it now */
export function keepDraft(account: string, name: string, draft: Draft<unknown>): boolean {
  return storage.write(nameOf(account, name), JSON.stringify({ at: new Date().toISOString(), ...draft }));
}

export function dropDraft(account: string, name: string): void {
  storage.remove(nameOf(account, name));
}

/** Erases the drafts of everybody but the account that is at the device now; without one, of everybody. */
export function forgetDrafts(account?: string): void {
  for (const name of storage.names()) {
    const isTheirs = account !== undefined && name.startsWith(nameOf(account, ''));
    if (name.startsWith(prefix) && !isTheirs) storage.remove(name);
  }
}
