import { TOTP, URI } from 'otpauth';

/** An authenticator app that has scanned this address; gives the code it shows at a time. */
export function authenticator(uri: string): (now: Date) => string {
  const totp = URI.parse(uri);
  if (!(totp instanceof TOTP)) throw new Error('not an address for codes by time');
  return (now) => totp.generate({ timestamp: now.getTime() });
}
