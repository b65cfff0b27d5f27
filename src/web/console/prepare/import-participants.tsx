import { useState } from 'preact/hooks';
import { call } from '../../../client/api.ts';
import type { ReplyOf } from '../../../contract/operation.ts';
import { addParticipants, readParticipants } from '../../../contract/session/roll.ts';
import { namesToldApart } from '../../../domain/roster/namesakes.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { FailureNote } from '../../shared/fetch/failure-note.tsx';
import { useNewId } from '../../shared/forms/use-new-id.ts';
import type { Shown } from '../../shared/lists/import-props.ts';
import { ListImport } from '../../shared/lists/list-import.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { TableBox } from '../../shared/show/table-box.tsx';
import { DoneNote } from '../done-note.tsx';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { useStepAction } from '../use-step-action.ts';

type Read = ReplyOf<typeof readParticipants>;
type Listed = Read['participants'][number];

/** A whole list from a spreadsheet, as a file or pasted: read, looked at, then added. */
export function ImportParticipants({ session, reload }: StepProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const params = { sessionId: session.id };
  const [added, setAdded] = useState<number>();
  return (
    <section>
      <h2>{t('importTitle')}</h2>
      <ListImport
        list="participants"
        of={session.id}
        label={t('importFile')}
        hint={t('importFileHint')}
        read={(body, capitals) => call(connection, readParticipants, { params, query: { capitals }, body })}
        onChange={() => setAdded(undefined)}
      >
        {(shown) => (
          <Preview
            key={shown.previewed.turn}
            session={session}
            reload={reload}
            shown={shown}
            onAdded={(count) => {
              shown.finish();
              setAdded(count);
            }}
          />
        )}
      </ListImport>
      <DoneNote text={added === undefined ? undefined : t('addedSeveral', { count: added })} />
    </section>
  );
}

interface PreviewProps extends StepProps {
  readonly shown: Shown<Read>;
  onAdded(count: number): void;
}

/** Who would be added: all but those who are on the roll or repeat an earlier line, until somebody chooses otherwise. */
function Preview({ session, reload, shown, onAdded }: PreviewProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const { participants: listed } = shown.previewed.seen;
  const names = namesToldApart(listed);
  const [chosen, setChosen] = useState<ReadonlySet<Listed>>(
    new Set(listed.filter(({ onRoll, repeats }) => !onRoll && repeats !== true)),
  );
  const id = useNewId();
  const action = useStepAction({ reload }, () => {
    const participants = listed
      .filter((one) => chosen.has(one))
      .map(({ personId, name, position, code = null, birthYear = null }) => ({
        personId,
        name,
        position,
        code,
        birthYear,
      }));
    const params = { sessionId: session.id };
    return call(connection, addParticipants, { params, body: { id: id.of(participants), participants } });
  });
  const choose = (one: Listed, wanted: boolean) => {
    const next = new Set(chosen);
    if (wanted) next.add(one);
    else next.delete(one);
    setChosen(next);
  };
  const add = async () => {
    const reply = await action.run();
    if (reply?.ok) onAdded(chosen.size);
  };
  return (
    <>
      <h3>{t('previewTitle')}</h3>
      <p role="status">{t('previewCount', { count: listed.length, chosen: chosen.size })}</p>
      <TableBox name={t('previewTitle')}>
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{t('columnAdd')}</th>
              <th scope="col">{t('columnName')}</th>
              <th scope="col">{t('columnPosition')}</th>
              <th scope="col">{t('columnRemark')}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((one, index) => (
              <ListedRow
                key={`${one.worksheet} ${one.line}`}
                one={one}
                name={names[index] ?? one.name}
                isChosen={chosen.has(one)}
                onChoose={(wanted) => choose(one, wanted)}
              />
            ))}
          </tbody>
        </table>
      </TableBox>
      <FailureNote failure={action.failure} />
      <div class="choices">
        <button
          type="button"
          class="main-button"
          disabled={action.busy || shown.busy || chosen.size === 0}
          onClick={() => void add()}
        >
          {t('addChosen', { count: chosen.size })}
        </button>
        <button type="button" disabled={action.busy} onClick={shown.clear}>
          {t('addNobody')}
        </button>
      </div>
    </>
  );
}

interface RowProps {
  readonly one: Listed;
  /** As the list tells namesakes apart. */
  readonly name: string;
  readonly isChosen: boolean;
  onChoose(wanted: boolean): void;
}

function ListedRow({ one, name, isChosen, onChoose }: RowProps) {
  const { t } = useTranslation(sentences);
  const { position, onRoll, sameAsLine, personId } = one;
  return (
    <tr>
      <td>
        <label class="check-cell">
          <input
            type="checkbox"
            checked={isChosen}
            aria-label={t('addPerson', { name })}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        </label>
      </td>
      <th scope="row">{name}</th>
      <td>{position}</td>
      <td>
        {onRoll && t('onRollAlready')}
        {!onRoll &&
          sameAsLine !== null &&
          t(one.repeats === true ? 'repeatsLine' : 'sameAsLine', { line: `${sameAsLine}` })}
        {!onRoll && sameAsLine === null && personId !== null && t('knownPerson')}
      </td>
    </tr>
  );
}
