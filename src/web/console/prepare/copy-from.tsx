import { call } from '../../../client/api.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { listSessions, readSession } from '../../../contract/session/sessions.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import { type CopiedPart, copiedParts } from '../../../domain/session/copy-session.ts';
import { sessionId } from '../../../domain/session/session.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { CheckField, SelectField } from '../../shared/forms/fields.tsx';
import { useAction } from '../../shared/forms/use-action.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { showDate } from '../../shared/show/show-date.ts';
import { copySentences } from './copy-sentences.ts';

/** Which earlier session to copy from, and what of it. */
export interface ChosenCopy {
  /** Its id; empty: nothing is copied. */
  readonly from: string;
  readonly parts: readonly CopiedPart[];
}

/** A person's own dossiers are of their time: they are taken over only where somebody says so. */
export const noCopy: ChosenCopy = { from: '', parts: copiedParts.filter((part) => part !== 'personal-dossiers') };

/** Under a plan the briefing starts from the plan. */
function offeredParts(isUnderPlan: boolean): readonly CopiedPart[] {
  return copiedParts.filter((part) => !(isUnderPlan && part === 'briefing'));
}

export function partsToCopy({ parts }: ChosenCopy, isUnderPlan: boolean): readonly CopiedPart[] {
  return offeredParts(isUnderPlan).filter((part) => parts.includes(part));
}

const labels = {
  tellers: 'copyTellers',
  participants: 'copyParticipants',
  briefing: 'copyBriefing',
  'conference-dossiers': 'copyConferenceDossiers',
  'personal-dossiers': 'copyPersonalDossiers',
} as const;

export type EarlierSession = ReplyOf<typeof readSession>;

interface Props {
  readonly committeeId: CommitteeId;
  readonly isUnderPlan: boolean;
  readonly chosen: ChosenCopy;
  onInput(chosen: ChosenCopy): void;
  /** Somebody chose it: what stands there may fill fields that are still empty. */
  onChoose(earlier: EarlierSession): void;
}

/** Offers the committee's earlier sessions to copy from; nothing where there are none. */
export function CopyFrom({ committeeId, isUnderPlan, chosen, onInput, onChoose }: Props) {
  const { t, language } = useTranslation(copySentences);
  const connection = useConnection();
  const all = useLoad(() => call(connection, listSessions), [committeeId]);
  const read = useAction((id: string) => call(connection, readSession, { params: { sessionId: sessionId.parse(id) } }));
  const earlier =
    all.state === 'ready' ? all.value.filter((one) => one.committeeId === committeeId && one.state !== 'draft') : [];
  if (earlier.length === 0) return null;
  const choose = async (from: string) => {
    onInput({ ...chosen, from });
    if (from === '') return read.clear();
    const reply = await read.run(from);
    if (reply?.ok) onChoose(reply.value);
  };
  const tick = (part: CopiedPart, isWanted: boolean) =>
    onInput({ ...chosen, parts: copiedParts.filter((one) => (one === part ? isWanted : chosen.parts.includes(one))) });
  return (
    <>
      <SelectField
        label={t('copyFrom')}
        hint={t('copyFromHint')}
        value={chosen.from}
        onInput={(from) => void choose(from)}
        options={[
          { value: '', label: t('copyNothing') },
          ...earlier.map(({ id, title, heldOn }) => ({ value: id, label: `${title}, ${showDate(language, heldOn)}` })),
        ]}
      />
      <FailureNote failure={read.failure} />
      {chosen.from !== '' && (
        <fieldset class="field">
          <legend>{t('copyWhat')}</legend>
          {offeredParts(isUnderPlan).map((part) => (
            <CheckField
              key={part}
              label={t(labels[part])}
              value={chosen.parts.includes(part)}
              onInput={(isWanted) => tick(part, isWanted)}
              {...(part === 'personal-dossiers' && { hint: t('copyPersonalDossiersHint') })}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
