import { useState } from 'preact/hooks';
import { type Connection, call } from '../../client/api.ts';
import type { BallotPage } from '../../client/sealing.ts';
import { readDossier } from '../../contract/results.ts';
import { useVotingSpeech } from './speech.ts';

type Dossier = BallotPage['dossiers'][number];
type Step = { readonly kind: 'asked' | 'loading' | 'failed' } | { readonly kind: 'ready'; readonly address: string };

interface Props {
  readonly connection: Connection;
  readonly page: BallotPage;
  readonly dossier: Dossier;
}

/**
 * A document to read. It is fetched with the session's read key, which a plain link cannot carry, and then opened from
 * the phone's own memory.
 */
export function DossierLink({ connection, page, dossier }: Props) {
  const { say } = useVotingSpeech();
  const [step, setStep] = useState<Step>({ kind: 'asked' });
  const { id: dossierId, title } = dossier;
  const load = async () => {
    setStep({ kind: 'loading' });
    const reply = await call(connection, readDossier, { params: { sessionId: page.sessionId, dossierId } });
    if (!reply.ok) return setStep({ kind: 'failed' });
    const file = new Blob([reply.value as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
    return setStep({ kind: 'ready', address: URL.createObjectURL(file) });
  };
  if (step.kind === 'ready') {
    return (
      <a class="button dossier" href={step.address} download={`${title}.pdf`}>
        {say('openDossier', { title })}
      </a>
    );
  }
  const words = { asked: 'readDossier', loading: 'dossierLoading', failed: 'dossierFailed' } as const;
  return (
    <button type="button" class="dossier" disabled={step.kind === 'loading'} onClick={() => void load()}>
      {say(words[step.kind], { title })}
    </button>
  );
}
