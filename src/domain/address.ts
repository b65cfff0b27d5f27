/** Names under which a machine reaches itself and nobody else reaches it. */
const localNames = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Of no machine: a program that listens there hears all of its addresses, and one that asks there asks itself. */
const unspecified = /^(?:0\.0\.0\.0|\[::\])$/;

/** Whether a host (without its port) is the asking machine itself. */
export function isLocalName(hostname: string): boolean {
  return localNames.test(hostname);
}

/**
 * Who can open an address: `phones` over TLS; `plain` by phones too, but without TLS, so that nobody can sign in there and
 * papers need the chair's decision; `this-computer` by the machine alone that it names.
 */
export type Reach = 'phones' | 'plain' | 'this-computer';

/** @param address an origin, or an address below one */
export function reachOf(address: string): Reach {
  const [, scheme, hostname = ''] = /^(https?):\/\/(\[[^\]]*\]|[^/:]*)/.exec(address) ?? [];
  if (scheme === undefined || isLocalName(hostname) || unspecified.test(hostname)) return 'this-computer';
  return scheme === 'https' ? 'phones' : 'plain';
}
