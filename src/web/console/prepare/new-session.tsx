import { useState } from 'preact/hooks';
import { type Connection, call } from '../../../client/api.ts';
import { listCommittees } from '../../../contract/committee/committees.ts';
import type { InputOf } from '../../../contract/operation.ts';
import { copySession, type NotCopiedView } from '../../../contract/session/copies.ts';
import { createSession } from '../../../contract/session/sessions.ts';
import { type CommitteeId, committeeId } from '../../../domain/committee/committee.ts';
import { conferenceTitle } from '../../../domain/plan/conference-title.ts';
import { type SessionId, sessionId } from '../../../domain/session/session.ts';
import type { Answer } from '../../shared/fetch/answer.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { SelectField } from '../../shared/forms/fields.tsx';
import { useAction } from '../../shared/forms/use-action.ts';
import { useNewId } from '../../shared/forms/use-new-id.ts';
import { useUnsaved } from '../../shared/forms/use-unsaved.ts';
import { hashTo } from '../../shared/frame/hash.ts';
import { ScreenTitle } from '../../shared/frame/screen-title.tsx';
import { useAccount } from '../../shared/frame/use-account.ts';
import { useReader } from '../../shared/frame/use-reader.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import { CopyFrom, type EarlierSession, noCopy, partsToCopy } from './copy-from.tsx';
import { CopyOutcome } from './copy-outcome.tsx';
import { PlanChoice } from './plan-choice.tsx';
import { type ChosenPlan, PlanTakenOver } from './plan-taken-over.tsx';
import { emptySettings, type Settings, SettingsFields, settingsBodyOf } from './settings-fields.tsx';
import { nothingChosen, WithoutPlanFields } from './without-plan-fields.tsx';

interface Props {
  /** Whose session it is to be, and under which plan, where the address says so. */
  readonly committee: string | undefined;
  readonly planId: string | undefined;
}

/** A chair draws up a session: committee, plan or ballot form, settings. Subjects and roll then fill from the seats. */
export function NewSession(asked: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { id } = useAccount();
  const chaired = useReader().served('chair');
  const committees = useLoad(() => call(connection, listCommittees), [id]);
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('allSessions')}</a>
      </p>
      <ScreenTitle>{t('newSession')}</ScreenTitle>
      <Loaded of={committees}>
        {(all) => <NewSessionForm committees={all.filter((one) => chaired.has(one.id))} asked={asked} />}
      </Loaded>
    </>
  );
}

interface FormProps {
  readonly committees: readonly { readonly id: CommitteeId; readonly name: string }[];
  readonly asked: Props;
}

function NewSessionForm({ committees, asked }: FormProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [committee, setCommittee] = useState(() => {
    const isMine = committees.some(({ id }) => id === asked.committee);
    return (isMine ? asked.committee : committees[0]?.id) ?? '';
  });
  const [plan, setPlan] = useState<ChosenPlan>();
  const [free, setFree] = useState(nothingChosen);
  const [settings, setSettings] = useState<Settings>(emptySettings);
  const id = useNewId();
  const unsaved = useUnsaved([free, { ...settings, title: settings.title === titleUnder(plan) ? '' : settings.title }]);
  const [copy, setCopy] = useState(noCopy);
  const [made, setMade] = useState<Made>();
  const copyId = useNewId();
  const action = useAction(() => {
    const params = { committeeId: committeeId.parse(committee) };
    const basis =
      plan === undefined
        ? { formId: free.formId, summonedTerm: free.summonedTerm === '' ? null : free.summonedTerm }
        : { planId: plan.id };
    const body = { ...settingsBodyOf(settings), ...basis };
    const parts = copy.from === '' ? [] : partsToCopy(copy, plan !== undefined);
    const wanted = parts.length === 0 ? undefined : { from: sessionId.parse(copy.from), parts: [...parts] };
    const ids = { session: id.of({ params, body }), copy: copyId.of([params, body, wanted]) };
    return drawUp(connection, ids, { params, body }, wanted);
  });
  const fillFrom = ({ place, placeOfIssue, convenedBy, phonePapers, form }: EarlierSession) => {
    setSettings((before) => ({
      ...before,
      place: before.place || place,
      placeOfIssue: before.placeOfIssue || (placeOfIssue ?? ''),
      convenedBy: before.convenedBy || convenedBy,
      phonePapers,
    }));
    // A rule text that has ended is chosen by nobody by the way.
    if (form.validTo === null) setFree((before) => ({ ...before, formId: before.formId || form.id }));
  };
  const choose = (chosen: ChosenPlan | undefined) => {
    const isUntouched = settings.title === '' || settings.title === titleUnder(plan);
    if (isUntouched) setSettings({ ...settings, title: titleUnder(chosen) });
    setPlan(chosen);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    const reply = await action.run();
    if (!reply?.ok) return;
    unsaved.keep();
    if (reply.value.leftOut.length > 0) setMade(reply.value);
    else window.location.hash = hashTo(reply.value.id);
  };
  const parsed = committeeId.safeParse(committee);
  if (made) return <CopyOutcome {...made} />;
  return (
    <form onSubmit={(event) => void submit(event)}>
      <SelectField
        label={t('committee')}
        value={committee}
        onInput={(id) => {
          choose(undefined);
          setFree(nothingChosen);
          setCopy(noCopy);
          setCommittee(id);
        }}
        options={committees.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      {parsed.success && (
        <PlanChoice
          key={committee}
          committeeId={parsed.data}
          wanted={committee === asked.committee ? asked.planId : undefined}
          chosen={plan}
          onChoose={choose}
        />
      )}
      {parsed.success && plan && <PlanTakenOver committeeId={parsed.data} plan={plan} />}
      {parsed.success && !plan && (
        <WithoutPlanFields
          key={committee}
          committeeId={parsed.data}
          chosen={free}
          heldOn={settings.heldOn}
          onInput={setFree}
        />
      )}
      {parsed.success && (
        <CopyFrom
          key={`copy ${committee}`}
          committeeId={parsed.data}
          isUnderPlan={plan !== undefined}
          chosen={copy}
          onInput={setCopy}
          onChoose={fillFrom}
        />
      )}
      <SettingsFields settings={settings} onInput={setSettings} citesPlan={plan !== undefined} />
      <FailureNote failure={action.failure} />
      <p>
        <button type="submit" class="main-button" disabled={action.busy}>
          {t('drawUp')}
        </button>
      </p>
    </form>
  );
}

/** A session that was drawn up, with what of an earlier one was not taken over. */
interface Made {
  readonly id: SessionId;
  readonly leftOut: readonly NotCopiedView[];
}

/** Where the copying fails, doing it once more finds the session that is there, and copies into it. */
async function drawUp(
  connection: Connection,
  ids: { readonly session: string; readonly copy: string },
  { params, body }: InputOf<typeof createSession>,
  wanted: Omit<InputOf<typeof copySession>['body'], 'id'> | undefined,
): Promise<Answer<Made>> {
  const drawn = await call(connection, createSession, { params, body: { ...body, id: ids.session } });
  if (!drawn.ok) return drawn;
  const { id } = drawn.value;
  if (wanted === undefined) return { ok: true, value: { id, leftOut: [] } };
  const copied = await call(connection, copySession, { params: { sessionId: id }, body: { ...wanted, id: ids.copy } });
  return copied.ok ? { ok: true, value: { id, leftOut: copied.value.leftOut } } : copied;
}

function titleUnder(plan: ChosenPlan | undefined): string {
  return plan === undefined ? '' : conferenceTitle(plan.title);
}
