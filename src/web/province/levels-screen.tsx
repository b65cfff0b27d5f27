import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { addLevel, changeLevel, type LevelView, listLevels } from '../../contract/committee/levels.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { DateField, SelectField, TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';
import { Sheet } from './sheet.tsx';

/** The levels that committees are given: named anew, ended on a day, added. */
export function LevelsScreen() {
  const { say, own, language } = useTranslation(sentences);
  const connection = useConnection();
  const levels = useLoad(() => call(connection, listLevels), []);
  const [edited, setEdited] = useState<LevelView | 'new'>();
  const done = () => {
    setEdited(undefined);
    void levels.reload();
  };
  const form = { onDone: done, onCancel: () => setEdited(undefined) };
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{say('toTree')}</a>
      </p>
      <ScreenTitle>{say('levels')}</ScreenTitle>
      <p>{say('levelsHint')}</p>
      <Loaded of={levels}>
        {(known) => (
          <>
            <ul class="entries">
              {known.toReversed().map((level) => (
                <li key={level.id}>
                  <strong>{own(level.label)}</strong>
                  {level.to !== null && (
                    <>
                      <br />
                      <span class="quiet">{say('levelUntil', { date: showDate(language, level.to) })}</span>
                    </>
                  )}
                  {edited === undefined && (
                    <p>
                      <button
                        type="button"
                        class="tool"
                        aria-label={say('changeLevel', { name: own(level.label) })}
                        onClick={() => setEdited(level)}
                      >
                        {say('changeSeat')}
                      </button>
                    </p>
                  )}
                  {edited === level && <ChangeLevel level={level} {...form} />}
                </li>
              ))}
            </ul>
            {edited === 'new' ? (
              <AddLevel known={known} {...form} />
            ) : (
              edited === undefined && (
                <button type="button" onClick={() => setEdited('new')}>
                  {say('addLevel')}
                </button>
              )
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface FormProps {
  onDone(): void;
  onCancel(): void;
}

function AddLevel({ known, onDone, onCancel }: FormProps & { readonly known: readonly LevelView[] }) {
  const { say, own } = useTranslation(sentences);
  const connection = useConnection();
  const [label, setLabel] = useState({ vi: '', en: '' });
  const [above, setAbove] = useState('');
  const action = useAction(async () => {
    const body = { label, above: above === '' ? null : above };
    const reply = await call(connection, addLevel, { body });
    if (reply.ok) onDone();
    return reply;
  });
  return (
    <Sheet action={action} onCancel={onCancel}>
      <h2>{say('addLevel')}</h2>
      <LabelFields label={label} onInput={setLabel} />
      <SelectField
        label={say('levelBelow')}
        value={above}
        onInput={setAbove}
        options={[
          { value: '', label: say('lowestLevel') },
          ...known.map((one) => ({ value: one.id, label: own(one.label) })),
        ]}
      />
    </Sheet>
  );
}

function ChangeLevel({ level, onDone, onCancel }: FormProps & { readonly level: LevelView }) {
  const { say, own } = useTranslation(sentences);
  const connection = useConnection();
  const [label, setLabel] = useState(level.label);
  const [to, setTo] = useState(level.to ?? '');
  const action = useAction(async () => {
    const body = { label, to: to === '' ? null : to };
    const reply = await call(connection, changeLevel, { params: { levelId: level.id }, body });
    if (reply.ok) onDone();
    return reply;
  });
  return (
    <Sheet action={action} onCancel={onCancel}>
      <h2>{say('changeLevel', { name: own(level.label) })}</h2>
      <LabelFields label={label} onInput={setLabel} />
      <DateField label={say('lastDay')} hint={say('levelEndHint')} value={to} onInput={setTo} />
    </Sheet>
  );
}

interface LabelProps {
  readonly label: LevelView['label'];
  onInput(label: LevelView['label']): void;
}

function LabelFields({ label, onInput }: LabelProps) {
  const { say } = useTranslation(sentences);
  const set = (language: 'vi' | 'en') => (text: string) => onInput({ ...label, [language]: text });
  return (
    <>
      <TextField label={say('levelInVietnamese')} required value={label.vi} onInput={set('vi')} maxLength={100} />
      <TextField label={say('levelInEnglish')} required value={label.en} onInput={set('en')} maxLength={100} />
    </>
  );
}
