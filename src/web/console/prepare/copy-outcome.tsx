import type { NotCopiedView } from '../../../contract/session/copies.ts';
import { useArrival } from '../../shared/forms/use-arrival.ts';
import { hashTo } from '../../shared/frame/hash.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { copySentences } from './copy-sentences.ts';

const parts = { teller: 'copiedTeller', participant: 'copiedParticipant', dossier: 'copiedDossier' } as const;

const reasons = {
  'left-office': 'notCopiedLeft',
  'is-subject': 'notCopiedSubject',
  'by-name': 'notCopiedByName',
  'not-voted-on': 'notCopiedNotVotedOn',
  full: 'notCopiedFull',
} as const;

interface Props {
  /** Of the session that was drawn up. */
  readonly id: string;
  readonly leftOut: readonly NotCopiedView[];
}

/** The session is there; who and what of the earlier one was not taken over, and why. */
export function CopyOutcome({ id, leftOut }: Props) {
  const { t } = useTranslation(copySentences);
  const place = useArrival<HTMLDivElement>();
  return (
    <div ref={place} tabIndex={-1} class="note note-strong">
      <p>{t('copyDone')}</p>
      <ul>
        {leftOut.map(({ part, name, reason }) => (
          <li key={`${part} ${name}`}>{t(reasons[reason], { what: t(parts[part]), name })}</li>
        ))}
      </ul>
      <p>
        <a class="button main-button" href={hashTo(id)}>
          {t('copyGoOn')}
        </a>
      </p>
    </div>
  );
}
