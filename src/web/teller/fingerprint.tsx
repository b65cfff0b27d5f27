import { useTellerSpeech } from './speech.ts';

/** The election's fingerprint in short groups, to be compared with the projector by eye. */
export function Fingerprint({ value }: { readonly value: string }) {
  const { say } = useTellerSpeech();
  return (
    <section>
      <h2>{say('fingerprint')}</h2>
      <p class="fingerprint" translate={false}>
        {(value.match(/.{1,4}/g) ?? []).map((group, at) => (
          // Groups may repeat; their place is what they are.
          <span key={String(at)}>{group} </span>
        ))}
      </p>
      <p>{say('fingerprintWhat')}</p>
    </section>
  );
}
