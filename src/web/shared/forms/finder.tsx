import type { Answer } from '../fetch/answer.ts';
import { useLoad } from '../fetch/use-load.ts';
import { SelectField, TextField } from './fields.tsx';
import { useSearch } from './use-search.ts';

/** One that can be chosen: its id, and what stands in the list. */
export interface Choice {
  readonly id: string;
  readonly name: string;
}

interface Props<Found extends Choice> {
  readonly searchLabel: string;
  readonly searchHint: string;
  readonly label: string;
  /** What choosing nobody means, or asks for. */
  readonly none: string;
  readonly required?: boolean;
  readonly chosen: Choice | null | undefined;
  /** Asks the service for the first of those that fit. */
  ask(search: string): Promise<Answer<readonly Found[]>>;
  onChoose(found: Found | null): void;
}

/** Finds one among many: some letters, then a choice of those found; who was chosen stays in the list. */
export function Finder<Found extends Choice>(props: Props<Found>) {
  const { chosen, ask, onChoose } = props;
  const search = useSearch();
  const found = useLoad(() => ask(search.asked), [search.asked]);
  const list = found.state === 'ready' ? found.value : [];
  const missing = chosen != null && !list.some(({ id }) => id === chosen.id);
  return (
    <>
      <TextField
        label={props.searchLabel}
        hint={props.searchHint}
        type="search"
        value={search.typed}
        onInput={search.type}
        maxLength={100}
      />
      <SelectField
        label={props.label}
        required={props.required ?? false}
        value={chosen?.id ?? ''}
        onInput={(id) => onChoose(list.find((one) => one.id === id) ?? null)}
        options={[
          { value: '', label: props.none },
          ...(missing ? [chosen] : []).concat(list).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    </>
  );
}
