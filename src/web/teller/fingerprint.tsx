import { HashGroups } from '../shared/show/hash-groups.tsx';
import { useTellerSpeech } from './speech.ts';

interface Props {
  readonly value: string;
  /** Where else it stands. */
  readonly besides?: 'projector' | 'minutes';
}

/** The election's fingerprint in short groups, to be compared by eye. */
export function Fingerprint({ value, besides = 'projector' }: Props) {
  const { say } = useTellerSpeech();
  return (
    <section>
      <h2>{say('fingerprint')}</h2>
      <p class="fingerprint">
        <HashGroups hash={value} />
      </p>
      <p>{say(besides === 'minutes' ? 'fingerprintMinutes' : 'fingerprintWhat')}</p>
    </section>
  );
}
