import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type * as contract from '../../contract/service/service.ts';
import { accept, refuse } from '../../domain/ruling.ts';
import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { attachment } from '../http/attachment.ts';
import { publicOrigin, signInOrigin } from '../http/public-origin.ts';
import type { Call } from '../http/route.ts';

/** As the start of the service has found it whole; another file in its place counts from the next start on. */
const known = new WeakMap<Config, X509Certificate>();

function authorityOf({ config }: Deps): X509Certificate | undefined {
  const file = config.tls?.authorityFile;
  if (file === undefined) return undefined;
  const authority = known.get(config) ?? new X509Certificate(readFileSync(file));
  known.set(config, authority);
  return authority;
}

export async function readAddresses(deps: Deps, { request }: Call<typeof contract.readAddresses>) {
  const authority = authorityOf(deps);
  return accept({
    papers: publicOrigin(deps, request),
    signIn: signInOrigin(deps, request),
    authority: authority
      ? {
          name: authority.subject.replace(/^CN=/, ''),
          fingerprint: authority.fingerprint256,
          until: authority.validToDate.toISOString(),
        }
      : null,
  });
}

export async function readAuthority(deps: Deps) {
  const authority = authorityOf(deps);
  return authority === undefined ? refuse('no-authority') : attachment(new Uint8Array(authority.raw), 'phieu.crt');
}
