import { useState } from 'preact/hooks';
import type { ResultView } from '../../contract/results/results.ts';
import { SelectField } from '../shared/forms/fields.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { Legend } from './level-bar.tsx';
import { sentences } from './sentences.ts';
import { inOrder, precedence, sortedLevels } from './sorting.ts';
import { SubjectCards } from './subject-cards.tsx';
import { SubjectTable } from './subject-table.tsx';
import { useWide } from './use-wide.ts';

/** Every subject's figures, as a table where there is room for one. */
export function ResultTable({ view }: { readonly view: ResultView }) {
  const { t, pick } = useTranslation(sentences);
  const [order, setOrder] = useState(precedence);
  const wide = useWide();
  const options = [
    { value: precedence, label: t('byPrecedence') },
    ...sortedLevels(view).map(({ id, label }) => ({ value: id, label: t('byShare', { level: pick(label) }) })),
  ];
  const subjects = inOrder(view, order);
  return (
    <section>
      <h2>{t('tableTitle')}</h2>
      <p>{t('baseNote', { base: pick(view.wording.base), value: view.base.value })}</p>
      <div class="no-print sort">
        <SelectField label={t('sort')} value={order} onInput={setOrder} options={options} required />
      </div>
      <Legend levels={view.levels} />
      {wide ? <SubjectTable view={view} subjects={subjects} /> : <SubjectCards view={view} subjects={subjects} />}
    </section>
  );
}
