import { useState } from 'preact/hooks';
import type { ResolutionTarget } from '../../domain/half-term/target.ts';
import { readTargetNumber } from '../../domain/half-term/target-number.ts';
import { textKey } from '../../domain/text/text-key.ts';
import { RadioGroup, TextField } from '../shared/forms/fields.tsx';
import { showTyped } from './show-typed.ts';
import { TargetTable } from './target-table.tsx';
import { useHalfTermTranslation } from './translation.ts';

interface Props {
  readonly targets: readonly ResolutionTarget[];
  onInput(targets: readonly ResolutionTarget[]): void;
}

/** The targets in a table, and one of them at a time in fields. */
export function TargetFields({ targets, onInput }: Props) {
  const { t } = useHalfTermTranslation();
  const [written, setWritten] = useState<number | 'new'>();
  const done = (target: ResolutionTarget) => {
    onInput(written === 'new' ? [...targets, target] : targets.map((one, at) => (at === written ? target : one)));
    setWritten(undefined);
  };
  const onRemove = (index: number) => {
    setWritten(undefined);
    onInput(targets.filter((_, at) => at !== index));
  };
  return (
    <>
      <TargetTable targets={targets} change={{ onCorrect: setWritten, onRemove }} />
      {written === undefined ? (
        <p>
          <button type="button" onClick={() => setWritten('new')}>
            {t('addTarget')}
          </button>
        </p>
      ) : (
        <OneTarget
          key={written}
          target={written === 'new' ? undefined : targets[written]}
          others={targets.filter((_, at) => at !== written).map(({ name }) => name)}
          onDone={done}
          onCancel={() => setWritten(undefined)}
        />
      )}
    </>
  );
}

interface OneProps {
  readonly target: ResolutionTarget | undefined;
  readonly others: readonly string[];
  onDone(target: ResolutionTarget): void;
  onCancel(): void;
}

function OneTarget({ target, others, onDone, onCancel }: OneProps) {
  const { t } = useHalfTermTranslation();
  const [name, setName] = useState(target?.name ?? '');
  const [unit, setUnit] = useState(target?.unit ?? '');
  const [direction, setDirection] = useState<ResolutionTarget['direction']>(target?.direction ?? 'at-least');
  const [number, setNumber] = useState(showTyped(target?.target));
  const [reached, setReached] = useState(showTyped(target?.reached));
  const [numbers, setNumbers] = useState<{ target: boolean; reached: boolean }>();
  const isTwice = others.some((one) => textKey(one) === textKey(name));
  const finish = () => {
    const read = { target: readTargetNumber(number), reached: readTargetNumber(reached) };
    const { target: aim } = read;
    if (aim === undefined || aim === null || read.reached === undefined) {
      setNumbers({ target: aim === undefined || aim === null, reached: read.reached === undefined });
      return;
    }
    if (name.trim() !== '' && !isTwice) {
      onDone({ name: name.trim(), unit: unit.trim(), direction, target: aim, reached: read.reached });
    }
  };
  return (
    <fieldset class="field part">
      <legend>{t('oneTarget')}</legend>
      <TextField
        label={t('targetName')}
        value={name}
        onInput={setName}
        maxLength={500}
        required
        error={isTwice ? t('targetTwice') : undefined}
      />
      <TextField label={t('unit')} value={unit} onInput={setUnit} maxLength={100} />
      <RadioGroup
        legend={t('direction')}
        value={direction}
        options={[
          { value: 'at-least', label: t('atLeast') },
          { value: 'at-most', label: t('atMost') },
        ]}
        onInput={(value) => setDirection(value === 'at-most' ? 'at-most' : 'at-least')}
      />
      <TextField
        label={t('target')}
        value={number}
        onInput={setNumber}
        maxLength={30}
        required
        error={numbers?.target ? t('noNumber') : undefined}
      />
      <TextField
        label={t('reached')}
        value={reached}
        onInput={setReached}
        maxLength={30}
        error={numbers?.reached ? t('noNumber') : undefined}
      />
      <div class="choices">
        <button type="button" onClick={finish}>
          {t('takeTarget')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('dontTake')}
        </button>
      </div>
    </fieldset>
  );
}
