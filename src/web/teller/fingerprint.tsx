import { HashGroups } from '../shared/show/hash-groups.tsx';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly value: string;
  /** Where else it stands. */
  readonly besides?: 'projector' | 'minutes';
}

/** The election's fingerprint in short groups, to be compared by eye. */
export function Fingerprint({ value, besides = 'projector' }: Props) {
  const { t } = useTellerTranslation();
  return (
    <section>
      <h2>{t('fingerprint')}</h2>
      <p class="fingerprint">
        <HashGroups hash={value} />
      </p>
      <p>{t(besides === 'minutes' ? 'fingerprintMinutes' : 'fingerprintWhat')}</p>
    </section>
  );
}
