import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import type { CommitteeView } from '../../contract/committee/committees.ts';
import { addTerm, changeTerm, listTerms } from '../../contract/committee/tree.ts';
import type { Term } from '../../domain/committee/term.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { DateField, TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useArrival } from '../shared/forms/use-arrival.ts';
import { useNewId } from '../shared/forms/use-new-id.ts';
import { useReader } from '../shared/frame/use-reader.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { Panel } from './panel.tsx';
import { sentences } from './sentences.ts';

/** A committee's terms, newest first, and a form for another or for correcting one. */
export function Terms({ committee }: { readonly committee: CommitteeView }) {
  const { t, language } = useTranslation(sentences);
  const connection = useConnection();
  const keeps = useReader().keepsRosterOf(committee);
  const [edited, setEdited] = useState<Term | 'new'>();
  const params = { committeeId: committee.id };
  const terms = useLoad(() => call(connection, listTerms, { params }), [committee.id]);
  const done = () => {
    setEdited(undefined);
    void terms.reload();
  };
  return (
    <section>
      <h2>{t('terms')}</h2>
      <Loaded of={terms}>
        {(list) => (
          <>
            {list.length === 0 && <p class="empty">{t('noTerms')}</p>}
            <ul class="entries">
              {list.map((term) => (
                <li key={term.id}>
                  <strong>{term.name}</strong>
                  <br />
                  {t('period', { from: showDate(language, term.from), to: showDate(language, term.to) })}
                  {term.congressOn && <> · {t('congress', { date: showDate(language, term.congressOn) })}</>}
                  {keeps && edited === undefined && (
                    <p>
                      <button type="button" class="tool" onClick={() => setEdited(term)}>
                        {t('correctTerm', { name: term.name })}
                      </button>
                    </p>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Loaded>
      {keeps && edited === undefined && (
        <button type="button" onClick={() => setEdited('new')}>
          {t('addTerm')}
        </button>
      )}
      {edited !== undefined && (
        <TermForm
          key={edited === 'new' ? 'new' : edited.id}
          committee={committee}
          term={edited === 'new' ? undefined : edited}
          onDone={done}
          onCancel={() => setEdited(undefined)}
        />
      )}
    </section>
  );
}

interface FormProps {
  readonly committee: CommitteeView;
  readonly term: Term | undefined;
  onDone(): void;
  onCancel(): void;
}

function TermForm({ committee, term, onDone, onCancel }: FormProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [name, setName] = useState(term?.name ?? '');
  const [from, setFrom] = useState(term?.from ?? '');
  const [to, setTo] = useState(term?.to ?? '');
  const heading = useArrival<HTMLHeadingElement>();
  const [congress, setCongress] = useState(term?.congressOn ?? '');
  const id = useNewId();
  const action = useAction(async () => {
    const body = { name, from, to, congressOn: congress === '' ? null : congress };
    const params = { committeeId: committee.id };
    const reply =
      term === undefined
        ? await call(connection, addTerm, { params, body: { id: id.of(body), ...body } })
        : await call(connection, changeTerm, { params: { ...params, termId: term.id }, body });
    if (reply.ok) onDone();
    return reply;
  });
  return (
    <Panel action={action} content={[name, from, to, congress]} onCancel={onCancel}>
      <h3 ref={heading} tabIndex={-1}>
        {term === undefined ? t('addTerm') : t('correctTerm', { name: term.name })}
      </h3>
      <TextField
        label={t('termName')}
        hint={t('termNameHint')}
        required
        value={name}
        onInput={setName}
        maxLength={80}
      />
      <DateField label={t('firstDay')} required value={from} onInput={setFrom} />
      <DateField label={t('lastDay')} required value={to} onInput={setTo} />
      <DateField label={t('congressOn')} value={congress} onInput={setCongress} />
    </Panel>
  );
}
