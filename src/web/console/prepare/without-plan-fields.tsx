import { call } from '../../../client/api.ts';
import { listForms } from '../../../contract/session/sessions.ts';
import { listSummoned } from '../../../contract/session/summoned.ts';
import type { CommitteeId } from '../../../domain/committee/committee.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { RadioGroup, SelectField } from '../../shared/forms/fields.tsx';
import { formOptions } from '../../shared/forms/form-options.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';

/** What the chair chooses alone where no plan says it. */
interface WithoutPlan {
  readonly formId: string;
  /** Whose congress's people vote too; empty: seat holders only. */
  readonly summonedTerm: string;
}

export const nothingChosen: WithoutPlan = { formId: '', summonedTerm: '' };

interface Props {
  readonly committeeId: CommitteeId;
  readonly chosen: WithoutPlan;
  /** Day of the conference; empty while none is entered. */
  readonly heldOn: string;
  onInput(chosen: WithoutPlan): void;
}

/** Ballot form, and who votes where the committee keeps lists of those summoned. */
export function WithoutPlanFields({ committeeId, chosen, heldOn, onInput }: Props) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const forms = useLoad(() => call(connection, listForms), []);
  const lists = useLoad(() => call(connection, listSummoned, { params: { committeeId } }), [committeeId]);
  return (
    <>
      <Loaded of={forms}>
        {(known) => (
          <SelectField
            label={t('ballotForm')}
            hint={t('ballotFormHint')}
            value={chosen.formId}
            onInput={(formId) => onInput({ ...chosen, formId })}
            options={formOptions(language, known, { choose: t('chooseForm'), chosen: chosen.formId, on: heldOn })}
            required
          />
        )}
      </Loaded>
      <Loaded of={lists}>
        {(known) =>
          known.length === 0 ? null : (
            <RadioGroup
              legend={t('whoVotes')}
              value={chosen.summonedTerm}
              onInput={(summonedTerm) => onInput({ ...chosen, summonedTerm })}
              options={[
                { value: '', label: t('seatsVote') },
                ...known.map(({ term }) => ({ value: term, label: t('seatsAndSummonedVote', { term }) })),
              ]}
            />
          )
        }
      </Loaded>
    </>
  );
}
