import { type SessionId, sessionId as sessionIdSchema } from '../domain/session/session.ts';
import { isCredential } from '../protocol/ballot/credential.ts';

/** What the QR code of a paper says. The credential is secret: whoever has it can vote with this paper. */
export interface VotingLink {
  /** Address of the voting page, without fragment. */
  readonly votingAddress: string;
  readonly sessionId: SessionId;
  readonly readKey: string;
  readonly credential: string;
}

/** The link of one paper. All that is secret stands in the fragment, which a browser never sends. */
export function makeVotingLink({ votingAddress, sessionId, readKey, credential }: VotingLink): string {
  return `${votingAddress}#${sessionId}.${readKey}.${credential}`;
}

/** Reads what a camera or a person brings; undefined when it is no such link. */
export function parseVotingLink(text: string): VotingLink | undefined {
  const [votingAddress = '', fragment, ...more] = text.trim().split('#');
  const [id, readKey = '', credential = '', ...rest] = fragment?.split('.') ?? [];
  const sessionId = sessionIdSchema.safeParse(id);
  if (more.length > 0 || rest.length > 0 || !sessionId.success) return undefined;
  if (!/^https?:\/\/[^/]+\//.test(votingAddress) || readKey === '' || !isCredential(credential)) return undefined;
  return { votingAddress, sessionId: sessionId.data, readKey, credential };
}
