import type { CeremonyView } from '../../client/teller/ceremony.ts';
import { useTellerTranslation } from './translation.ts';

interface Props {
  readonly tellers: readonly { readonly index: number; readonly name: string }[];
  readonly me: number;
  /** What is written behind each name; nothing where it says nothing. */
  status?(index: number): string;
}

/** Who else is there. */
export function TellerList({ tellers, me, status }: Props) {
  const { t } = useTellerTranslation();
  return (
    <ol class="tellers">
      {tellers.map(({ index, name }) => (
        <li key={index}>
          <span>
            {name}
            {index === me && <span class="quiet"> {t('itsMe')}</span>}
          </span>
          {status && <span class="teller-status">{status(index)}</span>}
        </li>
      ))}
    </ol>
  );
}

/** The same with what everybody has done in the present round of the ceremony. */
export function RoundList({ view, me }: { readonly view: CeremonyView; readonly me: number }) {
  const { t } = useTellerTranslation();
  const done = new Set(view.tellers.filter((teller) => teller.done).map(({ index }) => index));
  return <TellerList tellers={view.tellers} me={me} status={(index) => t(done.has(index) ? 'done' : 'awaited')} />;
}
