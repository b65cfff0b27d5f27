import { type Connection, call } from '../../../client/api.ts';
import { type AccountView, readMe, signOut } from '../../../contract/account/accounts.ts';
import { forgetDrafts } from '../device/drafts.ts';
import { createStore } from '../device/store.ts';
import type { Answer, Failure } from '../fetch/answer.ts';
import { leaving } from './hash.ts';

interface SignedIn {
  /** Undefined until asked, null when nobody is signed in. */
  readonly account: AccountView | null | undefined;
  /** Who was signed in last on this page: the one it was filled for. */
  readonly last: AccountView | undefined;
  /** Why it could not be asked. */
  readonly failure: Failure | undefined;
}

/** Who is signed in on this page. */
export const signedIn = createStore<SignedIn>({ account: undefined, last: undefined, failure: undefined });

/** Asks the service who is signed in. */
export async function findAccount(connection: Connection): Promise<void> {
  const reply = await call(connection, readMe);
  if (reply.ok) setAccount(reply.value);
  else if (reply.refusal === 'not-signed-in') signedIn.set({ account: null, failure: undefined });
  else signedIn.set({ failure: reply });
}

/** Somebody has signed in. What another person was doing on this page is not theirs to go on with. */
export function setAccount(account: AccountView): void {
  const { last } = signedIn.get();
  // Before anything of the page can ask for them.
  forgetDrafts(account.id);
  if (last !== undefined && last.id !== account.id) {
    leaving.giveUp();
    window.location.reload();
  }
  signedIn.set({ account, last: account, failure: undefined });
}

/** Every answer passes here: a sign-in that ended meanwhile brings the sign-in form back over the page. */
export function noteAnswer<Reply extends Answer<unknown>>(reply: Reply): Reply {
  if (!reply.ok && reply.refusal === 'not-signed-in') signedIn.set({ account: null });
  return reply;
}

/** Ends the sign-in and leaves nothing of this person on the screen, and no draft on the device. */
export async function leave(connection: Connection): Promise<Answer<unknown>> {
  const reply = await call(connection, signOut);
  if (reply.ok || reply.refusal === 'not-signed-in') {
    forgetDrafts();
    window.location.assign('/');
  }
  return reply;
}
