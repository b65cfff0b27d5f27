/** Why the service cannot be reached where its settings say. */
export type ListenRefusal = 'port-in-use' | 'port-not-allowed' | 'address-not-here';

/** Errors of `listen`, and of looking up what `HOST` names. */
const refusals: Readonly<Record<string, ListenRefusal>> = {
  EADDRINUSE: 'port-in-use',
  EACCES: 'port-not-allowed',
  EADDRNOTAVAIL: 'address-not-here',
  EAFNOSUPPORT: 'address-not-here',
  EINVAL: 'address-not-here',
  ENOTFOUND: 'address-not-here',
  EAI_AGAIN: 'address-not-here',
};

interface ListenError extends Error {
  readonly syscall?: string;
  readonly code?: string;
  readonly port?: number;
  readonly address?: string;
  readonly hostname?: string;
}

/** What an error says of listening; undefined where it says nothing of it. */
export function listenRefusal(error: unknown): { refusal: ListenRefusal; port: number; host: string } | undefined {
  const { syscall, code, port, address, hostname } = error as ListenError;
  const refusal = refusals[code ?? ''];
  if (refusal === undefined || !['listen', 'getaddrinfo', 'bind'].includes(syscall ?? '')) return undefined;
  return { refusal, port: port ?? 0, host: address ?? hostname ?? '' };
}
