import type { ComponentChildren } from 'preact';
import { useTranslation } from '../../shared/show/sentences.ts';
import type { ConsoleSession } from '../session.ts';
import { type FoundForSession, SessionPersonPicker } from './session-person-picker.tsx';
import { tellersSentences } from './tellers-sentences.ts';

interface Props {
  readonly session: Pick<ConsoleSession, 'id'>;
  /** Who tells already. */
  readonly tellers: readonly { readonly personId: string }[];
  otherwise?(name: string): ComponentChildren;
  onPick(person: FoundForSession): void;
}

/** Finds somebody to be a teller: subjects, and whoever is one already, are shown as such and cannot be chosen. */
export function TellerPicker({ session, tellers, ...picker }: Props) {
  const { t } = useTranslation(tellersSentences);
  return (
    <SessionPersonPicker
      {...picker}
      sessionId={session.id}
      label={t('findTeller')}
      against={({ isSubject, personId }) => {
        if (isSubject) return t('tellerIsSubject');
        return tellers.some((one) => one.personId === personId) ? t('tellerIsThere') : undefined;
      }}
    />
  );
}
