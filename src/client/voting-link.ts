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

/** A link as a paper has it, without a paper: it tries whether a phone comes through, and can vote with nothing. */
export function makeTestLink(link: Omit<VotingLink, 'credential'>): string {
  return makeVotingLink({ ...link, credential: '' });
}

/** Reads the fragment of a test link; undefined when it is none. */
export function parseTestLink(fragment: string): Pick<VotingLink, 'sessionId' | 'readKey'> | undefined {
  const [, id, readKey] = /^#([^.]+)\.([^.]+)\.$/.exec(fragment) ?? [];
  const sessionId = sessionIdSchema.safeParse(id);
  return sessionId.success && readKey !== undefined ? { sessionId: sessionId.data, readKey } : undefined;
}

/** A sheet as the tellers' desk and the office know it. */
export type PaperCode = Pick<VotingLink, 'sessionId' | 'credential'>;

const deskScheme = 'phieu:';

/** The code of a sheet that no phone votes with: no address, so that a phone that scans it opens nothing. */
export function makeDeskCode({ sessionId, credential }: PaperCode): string {
  return `${deskScheme}${sessionId}.${credential}`;
}

/** Reads the code of a sheet, whether or not it leads phones anywhere; undefined when it is none. */
export function parsePaperCode(text: string): PaperCode | undefined {
  const code = text.trim();
  if (!code.startsWith(deskScheme)) return parseVotingLink(code);
  const [id, credential = '', ...rest] = code.slice(deskScheme.length).split('.');
  const sessionId = sessionIdSchema.safeParse(id);
  if (rest.length > 0 || !sessionId.success || !isCredential(credential)) return undefined;
  return { sessionId: sessionId.data, credential };
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
