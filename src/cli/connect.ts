import { type Connection, call, type Reply } from '../client/api.ts';
import { signIn } from '../contract/account/accounts.ts';
import { ask, askSecret } from './ask.ts';

export const defaultServer = 'http://localhost:3000';

export type Connected =
  | { readonly ok: true; readonly connection: Connection }
  | Extract<Reply<typeof signIn>, { ok: false }>
  | { readonly ok: false; readonly refusal: 'no-terminal' };

/**
 * Signs in where a command needs it: with PHIEU_TOKEN, else with a user name and password from PHIEU_USERNAME and
 * PHIEU_PASSWORD or asked on the terminal, and the code of an authenticator app where the account has one (PHIEU_CODE). Neither is ever an argument: those show in the list of processes.
 */
export async function connect(server: string): Promise<Connected> {
  const baseUrl = server.replace(/(?<!\/)\/+$/, '');
  const { PHIEU_TOKEN, PHIEU_USERNAME, PHIEU_PASSWORD, PHIEU_CODE } = process.env;
  if (PHIEU_TOKEN) return { ok: true, connection: { baseUrl, token: PHIEU_TOKEN } };
  // Without a terminal nobody would ever answer.
  if (!(PHIEU_USERNAME && PHIEU_PASSWORD) && !process.stdin.isTTY) return { ok: false, refusal: 'no-terminal' };
  const username = PHIEU_USERNAME || (await ask('Tên đăng nhập / User name: '));
  const password = PHIEU_PASSWORD || (await askSecret('Mật khẩu / Password: '));
  const begin = (code?: string) =>
    call({ baseUrl }, signIn, { body: { username, password, ...(code === undefined ? {} : { code }) } });
  let signedIn = await begin(PHIEU_CODE);
  if (!signedIn.ok && signedIn.refusal === 'second-factor-asked' && process.stdin.isTTY) {
    signedIn = await begin(await ask('Mã xác thực / Code: '));
  }
  return signedIn.ok ? { ok: true, connection: { baseUrl, token: signedIn.value.token } } : signedIn;
}
