import { useState } from 'preact/hooks';
import type { JointAction } from '../../../domain/session/joint-decision.ts';
import { RadioGroup, SelectField, TextField } from '../../shared/forms/fields.tsx';
import type { FoundPerson } from '../../shared/forms/person-picker.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';
import type { StepProps } from '../step.ts';
import { DecisionsMade } from './decisions-made.tsx';
import { JointProposal } from './joint-proposal.tsx';
import { TellerPicker } from './teller-picker.tsx';

const kinds = ['correct-subject', 'strike-subject', 'replace-teller'] as const;
type Kind = (typeof kinds)[number];

/** Until the box is opened chair and two tellers correct or strike a subject, or replace a teller. */
export function CorrectionsScreen({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const isChair = session.held.includes('chair');
  const [kind, setKind] = useState<Kind>('correct-subject');
  const [proposed, setProposed] = useState(0);
  const nameOf = (id: string) => session.subjects.find((subject) => subject.id === id)?.name ?? '';
  const describe = ({ action, newTeller }: ConsoleSession['decisions'][number]): string => {
    if (action.kind === 'correct-subject') {
      return t('decidedCorrect', { before: nameOf(action.subjectId), name: action.name, position: action.position });
    }
    if (action.kind === 'strike-subject') return t('decidedStrike', { name: nameOf(action.subjectId) });
    const index = action.kind === 'replace-teller' ? action.index : 0;
    return t('decidedReplace', { index, name: newTeller ?? '' });
  };
  const Form = forms[kind];
  return (
    <>
      <p>{t('correctionsHow')}</p>
      <DecisionsMade session={session} reload={reload} kinds={kinds} describe={describe} />
      {session.state === 'issued' && isChair && (
        <section>
          <h2>{t('proposeTitle')}</h2>
          <RadioGroup
            legend={t('correctionKind')}
            value={kind}
            onInput={(value) => setKind(kinds.find((one) => one === value) ?? 'correct-subject')}
            options={[
              { value: 'correct-subject', label: t('correctSubject'), hint: t('correctSubjectHint') },
              { value: 'strike-subject', label: t('strikeSubject') },
              { value: 'replace-teller', label: t('replaceTeller'), hint: t('replaceTellerHint') },
            ]}
          />
          <Form key={proposed} session={session} reload={reload} onProposed={() => setProposed(proposed + 1)} />
        </section>
      )}
      {session.state === 'issued' && !isChair && <p class="note">{t('onlyChair')}</p>}
    </>
  );
}

interface FormProps extends StepProps {
  onProposed(): void;
}

const forms = { 'correct-subject': Correct, 'strike-subject': Strike, 'replace-teller': Replace } as const;

function standing(session: ConsoleSession): readonly { readonly value: string; readonly label: string }[] {
  const subjects = session.subjects.filter(({ excludedFor, struckFor }) => excludedFor === null && struckFor === null);
  return subjects.map(({ id, name, position }) => ({ value: id, label: `${name}, ${position}` }));
}

function Correct(props: FormProps) {
  const { t } = useTranslation(sentences);
  const options = standing(props.session);
  const [first] = options;
  const [subjectId, setSubjectId] = useState(first?.value ?? '');
  const subject = props.session.subjects.find(({ id }) => id === subjectId);
  const [typed, setTyped] = useState<{ name?: string; position?: string }>({});
  const name = typed.name ?? subject?.name ?? '';
  const position = typed.position ?? subject?.position ?? '';
  const changed = name.trim() !== subject?.name || position.trim() !== subject.position;
  const action: JointAction | undefined =
    changed && name.trim() !== '' && position.trim() !== ''
      ? { kind: 'correct-subject', subjectId, name, position }
      : undefined;
  const choose = (id: string) => {
    setSubjectId(id);
    setTyped({});
  };
  return (
    <>
      <SelectField label={t('whichSubject')} value={subjectId} onInput={choose} options={options} required />
      <TextField
        label={t('columnName')}
        value={name}
        onInput={(text) => setTyped({ ...typed, name: text })}
        autocomplete="off"
        maxLength={200}
        required
      />
      <TextField
        label={t('columnPosition')}
        value={position}
        onInput={(text) => setTyped({ ...typed, position: text })}
        autocomplete="off"
        maxLength={300}
        required
      />
      <JointProposal {...props} action={action} label={t('proposeCorrection')} sentence={t('correctSure')} />
    </>
  );
}

function Strike(props: FormProps) {
  const { t } = useTranslation(sentences);
  const options = standing(props.session);
  const [subjectId, setSubjectId] = useState(options[0]?.value ?? '');
  return (
    <>
      <SelectField label={t('whichSubject')} value={subjectId} onInput={setSubjectId} options={options} required />
      <JointProposal
        {...props}
        action={{ kind: 'strike-subject', subjectId }}
        label={t('proposeStrike')}
        sentence={t('strikeSure')}
      />
    </>
  );
}

function Replace(props: FormProps) {
  const { t } = useTranslation(sentences);
  const { session } = props;
  const [index, setIndex] = useState('1');
  const [person, setPerson] = useState<FoundPerson>();
  const leaving = session.tellers.find((teller) => String(teller.index) === index)?.name ?? '';
  const action: JointAction | undefined = person && {
    kind: 'replace-teller',
    index: Number(index),
    personId: person.personId,
  };
  return (
    <>
      <SelectField
        label={t('whichTeller')}
        value={index}
        onInput={setIndex}
        options={session.tellers.map((teller) => ({ value: String(teller.index), label: teller.name }))}
        required
      />
      <TellerPicker session={session} tellers={session.tellers} onPick={setPerson} />
      <p role="status">{person && t('replacedBy', { leaving, name: person.name })}</p>
      <JointProposal {...props} action={action} label={t('proposeReplacement')} sentence={t('replaceSure')} />
    </>
  );
}
