import { HashGroups } from '../shared/hash-groups.tsx';
import { useTellerSpeech } from './speech.ts';

/** The election's fingerprint in short groups, to be compared with the projector by eye. */
export function Fingerprint({ value }: { readonly value: string }) {
  const { say } = useTellerSpeech();
  return (
    <section>
      <h2>{say('fingerprint')}</h2>
      <p class="fingerprint">
        <HashGroups hash={value} />
      </p>
      <p>{say('fingerprintWhat')}</p>
    </section>
  );
}
