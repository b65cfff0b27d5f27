import { useState } from 'preact/hooks';
import type { Answer } from '../shared/fetch/answer.ts';
import { useVotingTranslation } from './translation.ts';

type Step = { readonly kind: 'asked' | 'loading' | 'failed' } | { readonly kind: 'ready'; readonly address: string };

interface Props {
  readonly title: string;
  load(): Promise<Answer<Uint8Array>>;
}

/**
 * A document to read. It is fetched with the session's read key, which a plain link cannot carry, and then opened from
 * the phone's own memory.
 */
export function DocumentLink({ title, load }: Props) {
  const { t } = useVotingTranslation();
  const [step, setStep] = useState<Step>({ kind: 'asked' });
  const fetchIt = async () => {
    setStep({ kind: 'loading' });
    const reply = await load();
    if (!reply.ok) return setStep({ kind: 'failed' });
    const file = new Blob([reply.value as Uint8Array<ArrayBuffer>], { type: 'application/pdf' });
    return setStep({ kind: 'ready', address: URL.createObjectURL(file) });
  };
  if (step.kind === 'ready') {
    return (
      <a class="button dossier" href={step.address} download={`${title}.pdf`}>
        {t('openDossier', { title })}
      </a>
    );
  }
  const words = { asked: 'readDossier', loading: 'dossierLoading', failed: 'dossierFailed' } as const;
  return (
    <button type="button" class="dossier" disabled={step.kind === 'loading'} onClick={() => void fetchIt()}>
      {t(words[step.kind], { title })}
    </button>
  );
}
