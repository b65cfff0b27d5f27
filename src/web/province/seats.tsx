import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { type CommitteeView, listSeats, type SeatView } from '../../contract/committee/committees.ts';
import { nameWithYear } from '../../domain/roster/namesakes.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { CheckField } from '../shared/forms/fields.tsx';
import { hashTo } from '../shared/frame/hash.ts';
import { useReader } from '../shared/frame/use-reader.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import type { AddSeat } from './add-seat.tsx';
import type { NameForm } from './name-form.tsx';
import type { SeatForm } from './seat-form.tsx';
import { sentences } from './sentences.ts';

/** Who sits in the committee, or ever sat; the office enters what changes. */
export function Seats({ committee }: { readonly committee: CommitteeView }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const keeps = useReader().keepsRosterOf(committee);
  const [all, setAll] = useState(committee.to !== null);
  const [edited, setEdited] = useState<SeatView | 'new'>();
  const [named, setNamed] = useState<SeatView>();
  const [isKept, setKept] = useState(false);
  const query = all ? { all: 'true' as const } : {};
  const seats = useLoad(
    () => call(connection, listSeats, { params: { committeeId: committee.id }, query }),
    [committee.id, all],
  );
  const done = () => {
    setEdited(undefined);
    setNamed(undefined);
    setKept(true);
    void seats.reload();
  };
  const edit = (what: SeatView | 'new') => {
    setKept(false);
    setNamed(undefined);
    setEdited(what);
  };
  const name = (seat: SeatView) => {
    setKept(false);
    setEdited(undefined);
    setNamed(seat);
  };
  const form = { committee, onDone: done, onCancel: () => setEdited(undefined) };
  return (
    <section>
      <h2>{t('seats')}</h2>
      <CheckField label={t('showPastSeats')} value={all} onInput={setAll} />
      <Loaded of={seats}>
        {(list) =>
          list.length === 0 ? (
            <p class="empty">{t('noSeats')}</p>
          ) : (
            <SeatTable seats={list} onEdit={keeps ? edit : undefined} onName={keeps ? name : undefined} />
          )
        }
      </Loaded>
      <p role="status">{isKept ? t('kept') : ''}</p>
      {keeps && edited === undefined && (
        <p class="choices">
          <button type="button" onClick={() => edit('new')}>
            {t('addSeat')}
          </button>
          <a class="button" href={hashTo(committee.id, 'import')}>
            {t('toImportRoster')}
          </a>
        </p>
      )}
      {edited === 'new' && <NewSeat {...form} />}
      {edited !== undefined && edited !== 'new' && <ChangedSeat key={edited.id} seat={edited} {...form} />}
      {named !== undefined && (
        <CorrectedName
          key={named.id}
          personId={named.personId}
          name={named.name}
          committeeId={committee.id}
          onDone={done}
          onCancel={() => setNamed(undefined)}
        />
      )}
    </section>
  );
}

/** Fetched when it is wanted. */
function ChangedSeat(form: Parameters<typeof SeatForm>[0]) {
  const part = useLater(() => import('./seat-form.tsx'));
  return <Loaded of={part}>{({ SeatForm: Form }) => <Form {...form} />}</Loaded>;
}

function CorrectedName(form: Parameters<typeof NameForm>[0]) {
  const part = useLater(() => import('./name-form.tsx'));
  return <Loaded of={part}>{({ NameForm: Form }) => <Form {...form} />}</Loaded>;
}

function NewSeat(form: Parameters<typeof AddSeat>[0]) {
  const part = useLater(() => import('./add-seat.tsx'));
  return <Loaded of={part}>{({ AddSeat: Form }) => <Form {...form} />}</Loaded>;
}

interface TableProps {
  readonly seats: readonly SeatView[];
  readonly onEdit: ((seat: SeatView) => void) | undefined;
  readonly onName: ((seat: SeatView) => void) | undefined;
}

function SeatTable({ seats, onEdit, onName }: TableProps) {
  const { t, language } = useTranslation(sentences);
  const show = (day: string | null, otherwise: string) => (day === null ? otherwise : showDate(language, day));
  return (
    <div class="table-box">
      <table class="table">
        <thead>
          <tr>
            <th scope="col" class="number">
              {t('order')}
            </th>
            <th scope="col">{t('fullName')}</th>
            <th scope="col">{t('position')}</th>
            <th scope="col">{t('firstDay')}</th>
            <th scope="col">{t('lastDay')}</th>
            {onEdit && <th scope="col">{t('task')}</th>}
          </tr>
        </thead>
        <tbody>
          {seats.map((seat) => (
            <tr key={seat.id}>
              <td class="number">{seat.order}</td>
              <th scope="row">{nameWithYear({ name: seat.name, birthYear: seat.birthYear })}</th>
              <td>{seat.position}</td>
              <td>{show(seat.from, t('unknownDay'))}</td>
              <td>{show(seat.to, '')}</td>
              {onEdit && (
                <td>
                  <button
                    type="button"
                    class="tool"
                    aria-label={t('changeSeatOf', { name: seat.name })}
                    onClick={() => onEdit(seat)}
                  >
                    {t('changeSeat')}
                  </button>{' '}
                  <button
                    type="button"
                    class="tool"
                    aria-label={t('correctNameOf', { name: seat.name })}
                    onClick={() => onName?.(seat)}
                  >
                    {t('correctName')}
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
