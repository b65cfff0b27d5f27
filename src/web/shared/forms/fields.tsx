import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from '../show/sentences.ts';

interface Field {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean;
  readonly disabled?: boolean;
  /** Nobody has to be told that it may stay empty. */
  readonly plain?: boolean;
  /** May stay empty now and not later, said instead of that it is optional: "(needed before issuing)". */
  readonly neededLater?: string | undefined;
}

interface ValueField<Value> extends Field {
  readonly value: Value;
  onInput(value: Value): void;
}

interface FrameProps extends Field {
  children(attributes: {
    id: string;
    required: boolean;
    disabled: boolean;
    'aria-describedby': string | undefined;
    'aria-invalid': boolean;
  }): ComponentChildren;
}

/** Label, hint and error around one control. */
export function FieldFrame(field: FrameProps) {
  const { label, hint, error, required = false, disabled = false, plain, neededLater, children } = field;
  const { t } = useTranslation(officeSentences);
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label for={id}>
        {label}
        {!required && !plain && <span class="quiet small"> {neededLater ?? t('optional')}</span>}
      </label>
      {hint && (
        <p class="quiet small hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children({ id, required, disabled, 'aria-describedby': described || undefined, 'aria-invalid': !!error })}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

interface TextFieldProps extends ValueField<string> {
  readonly type?: 'text' | 'password' | 'search' | 'email' | 'date' | 'time' | 'datetime-local';
  readonly autocomplete?: AutoFill;
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'search';
  readonly maxLength?: number;
  readonly minLength?: number;
}

type AutoFill = 'off' | 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'email' | 'name';

export function TextField({
  value,
  onInput,
  type = 'text',
  autocomplete,
  inputMode,
  maxLength,
  minLength,
  ...field
}: TextFieldProps) {
  return (
    <FieldFrame {...field} plain={type === 'search'}>
      {(attributes) => (
        <input
          {...attributes}
          // The types of the view library tie each kind to its role; none of these has another than its own.
          type={type as 'text'}
          value={value}
          autocomplete={autocomplete}
          inputMode={inputMode}
          maxLength={maxLength}
          minLength={minLength}
          autocapitalize={autocomplete === 'username' ? 'none' : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}

/** A day as ISO date; empty while none is chosen. */
export function DateField(props: ValueField<string>) {
  return <TextField {...props} type="date" />;
}

interface NumberFieldProps extends ValueField<number | undefined> {
  readonly minimum?: number;
  readonly maximum?: number;
}

/** A whole number; undefined while there is none. */
export function NumberField({ value, onInput, minimum, maximum, ...field }: NumberFieldProps) {
  return (
    <FieldFrame {...field}>
      {(attributes) => (
        <input
          {...attributes}
          type="number"
          inputMode="numeric"
          step={1}
          min={minimum}
          max={maximum}
          value={value ?? ''}
          onInput={(event) =>
            onInput(Number.isNaN(event.currentTarget.valueAsNumber) ? undefined : event.currentTarget.valueAsNumber)
          }
        />
      )}
    </FieldFrame>
  );
}

interface TextAreaProps extends ValueField<string> {
  readonly rows?: number;
  readonly maxLength?: number;
}

export function TextArea({ value, onInput, rows = 5, maxLength, ...field }: TextAreaProps) {
  return (
    <FieldFrame {...field}>
      {(attributes) => (
        <textarea
          {...attributes}
          rows={rows}
          maxLength={maxLength}
          value={value}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
    </FieldFrame>
  );
}

interface SelectProps extends ValueField<string> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

/** A choice of few; the empty value, when among the options, stands for none. */
export function SelectField({ value, onInput, options, ...field }: SelectProps) {
  return (
    <FieldFrame {...field}>
      {(attributes) => (
        <select {...attributes} value={value} onChange={(event) => onInput(event.currentTarget.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  );
}

interface CheckProps {
  readonly label: ComponentChildren;
  readonly value: boolean;
  readonly disabled?: boolean;
  readonly hint?: string;
  onInput(value: boolean): void;
}

export function CheckField({ label, value, onInput, disabled, hint }: CheckProps) {
  const id = useId();
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={value}
          disabled={disabled}
          aria-describedby={hint && id}
          onChange={(event) => onInput(event.currentTarget.checked)}
        />
        <span>{label}</span>
      </label>
      {hint && (
        <p class="quiet small hint" id={id}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface FileProps extends Field {
  /** As `<input accept>` writes it. */
  readonly accept: string;
  onFile(file: File | undefined): void;
}

export function FileField({ accept, onFile, ...field }: FileProps) {
  return (
    <FieldFrame {...field}>
      {(attributes) => (
        <input
          {...attributes}
          type="file"
          accept={accept}
          // A file that was corrected meanwhile has the same name: browsers report it as chosen only if none was before.
          onClick={(event) => {
            event.currentTarget.value = '';
            onFile(undefined);
          }}
          onChange={(event) => onFile(event.currentTarget.files?.[0] ?? undefined)}
        />
      )}
    </FieldFrame>
  );
}

interface RadioProps {
  readonly legend: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly hint?: string }[];
  onInput(value: string): void;
}

export function RadioGroup({ legend, value, options, onInput }: RadioProps) {
  const name = useId();
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label class="check" key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onInput(option.value)} />
          <span>
            {option.label}
            {option.hint && <span class="quiet small hint-line">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
