import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import { enterDelegates, previewDelegates } from '../../contract/session/summoned.ts';
import type { CommitteeId } from '../../domain/committee/committee.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import type { Shown } from '../shared/lists/import-props.ts';
import { ListImport } from '../shared/lists/list-import.tsx';
import type { Previewed } from '../shared/lists/use-preview.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { TableBox } from '../shared/show/table-box.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly committeeId: CommitteeId;
  reload(): void;
}

type Listed = ReplyOf<typeof previewDelegates>;

/** The office enters the congress's delegates from a list: looked at first, then all of them or nobody. */
export function EnterDelegates({ committeeId, reload }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const [term, setTerm] = useState('');
  const [entered, setEntered] = useState<number>();
  const params = { committeeId };
  const enter = useAction(({ body, capitals, seen: { diff } }: Previewed<Listed>) =>
    call(connection, enterDelegates, { params, query: { term, capitals, diff }, body }),
  );
  return (
    <section>
      <h2>{t('enterTitle')}</h2>
      <ListImport
        list="delegates"
        of={committeeId}
        label={t('delegatesFile')}
        hint={t('enterHint')}
        fields={
          <TextField label={t('term')} hint={t('termHint')} value={term} onInput={setTerm} maxLength={40} required />
        }
        given={term}
        read={(body, capitals) => call(connection, previewDelegates, { params, query: { term, capitals }, body })}
        failure={enter.failure}
        onChange={() => {
          enter.clear();
          setEntered(undefined);
        }}
      >
        {(shown) => (
          <Delegates
            {...shown}
            busy={shown.busy || enter.busy}
            onEnter={async () => {
              const reply = await enter.run(shown.previewed);
              if (!reply?.ok) return shown.clear();
              setEntered(shown.previewed.seen.delegates.length);
              shown.finish();
              reload();
            }}
          />
        )}
      </ListImport>
      <div role="status">{entered !== undefined && <p class="note">{t('entered', { count: entered })}</p>}</div>
    </section>
  );
}

interface DelegatesProps extends Pick<Shown<Listed>, 'previewed' | 'busy'> {
  onEnter(): void;
}

/** Who would be entered. */
function Delegates({ previewed, busy, onEnter }: DelegatesProps) {
  const { t } = useTranslation(sentences);
  const { delegates } = previewed.seen;
  return (
    <>
      <h3>{t('delegates')}</h3>
      <p role="status">{t('delegatesFound', { count: delegates.length })}</p>
      <TableBox name={t('delegates')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col" class="number">
                {t('lineInList')}
              </th>
              <th scope="col">{t('fullName')}</th>
              <th scope="col">{t('position')}</th>
            </tr>
          </thead>
          <tbody>
            {delegates.map(({ worksheet, line, name, birthYear, position, personId }) => (
              <tr key={`${worksheet} ${line}`}>
                <td class="number">{line}</td>
                <th scope="row">
                  {nameWithYear({ name, birthYear })}
                  {personId !== null && <div class="small">{t('knownPerson')}</div>}
                </th>
                <td>{position}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      <p>
        <button type="button" class="main-button" disabled={busy || delegates.length === 0} onClick={onEnter}>
          {t('enterYes', { count: delegates.length })}
        </button>
      </p>
    </>
  );
}
