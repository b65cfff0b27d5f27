import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import {
  type CommitteeView,
  changeDirector,
  describeCommittee,
  readCommittee,
} from '../../contract/committee/committees.ts';
import { readHistory } from '../../contract/committee/tree.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { FailureNote } from '../shared/fetch/failure-note.tsx';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { useAction } from '../shared/forms/use-action.ts';
import { useUnsaved } from '../shared/forms/use-unsaved.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { type Chosen, CommitteeFinder } from './committee-finder.tsx';
import { DescribeFields, described } from './describe-fields.tsx';
import { Dissolve } from './dissolve.tsx';
import type { HistoryView } from './facts.tsx';
import { Move } from './move.tsx';
import { sentences } from './sentences.ts';

/** What an administrator may change of a committee: how it is called, under whom it stands, whose plans it follows. */
export function ChangeScreen({ id }: { readonly id: CommitteeId }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const params = { committeeId: id };
  const committee = useLoad(() => call(connection, readCommittee, { params }), [id]);
  const history = useLoad(() => call(connection, readHistory, { params }), [id]);
  return (
    <>
      <p class="back">
        <a href={hashTo(id)}>{t('toCommittee')}</a>
      </p>
      <Loaded of={committee}>
        {(one) => (
          <Loaded of={history}>
            {(past) => (
              <>
                <ScreenTitle>{t('changeTitle', { name: one.name })}</ScreenTitle>
                <Describe committee={one} />
                <Move committee={one} superior={past.superiors[0]?.superior ?? null} />
                <Direct committee={one} history={past} />
                <Dissolve committee={one} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

function Describe({ committee }: { readonly committee: CommitteeView }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { name, rank, sector, code } = committee;
  const [value, setValue] = useState({ name, rank, sector, code: code ?? '' });
  const [isKept, setKept] = useState(false);
  const unsaved = useUnsaved(value);
  const action = useAction(async () => {
    setKept(false);
    const params = { committeeId: committee.id };
    const reply = await call(connection, describeCommittee, { params, body: described(value) });
    if (reply.ok) unsaved.keep();
    setKept(reply.ok);
    return reply;
  });
  return (
    <section>
      <h2>{t('describe')}</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void action.run();
        }}
      >
        <DescribeFields value={value} onInput={setValue} />
        <FailureNote failure={action.failure} />
        <p role="status">{isKept ? t('kept') : ''}</p>
        <button type="submit" disabled={action.busy}>
          {t('keep')}
        </button>
      </form>
    </section>
  );
}

function Direct({ committee, history }: { readonly committee: CommitteeView; readonly history: HistoryView }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const present = committee.directedById === null ? null : history.directedBy;
  const [chosen, setChosen] = useState<Chosen | null>(present);
  const [isKept, setKept] = useState(false);
  const unsaved = useUnsaved(chosen?.id ?? null);
  const action = useAction(async () => {
    setKept(false);
    const params = { committeeId: committee.id };
    const reply = await call(connection, changeDirector, { params, body: { directedById: chosen?.id ?? null } });
    if (reply.ok) unsaved.keep();
    setKept(reply.ok);
    return reply;
  });
  return (
    <section>
      <h2>{t('directedBy')}</h2>
      <p class="quiet small">{t('directedByHint')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void action.run();
        }}
      >
        <CommitteeFinder label={t('directedBy')} none={t('itsSuperior')} chosen={chosen} onChoose={setChosen} />
        <FailureNote failure={action.failure} />
        <p role="status">{isKept ? t('kept') : ''}</p>
        <button type="submit" disabled={action.busy}>
          {t('keep')}
        </button>
      </form>
    </section>
  );
}
