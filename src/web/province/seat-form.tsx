import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import type { CommitteeView, SeatView } from '../../contract/committee/committees.ts';
import { changePosition, correctSeat, endSeat } from '../../contract/committee/seats.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { DateField, NumberField, RadioGroup, TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { useArrival } from '../shared/forms/use-arrival.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { Panel } from './panel.tsx';
import { sentences } from './sentences.ts';

interface Props {
  readonly committee: CommitteeView;
  readonly seat: SeatView;
  onDone(): void;
  onCancel(): void;
}

type Way = 'end' | 'position' | 'correct';

/** What becomes of a seat: it ends, its position changes from a day on, or a mistake in it is put right. */
export function SeatForm({ committee, seat, onDone, onCancel }: Props) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const isOver = seat.to !== null;
  const [way, setWay] = useState<Way>(isOver ? 'correct' : 'position');
  const [on, setOn] = useState('');
  const [position, setPosition] = useState(seat.position);
  const [order, setOrder] = useState<number | undefined>(seat.order);
  const [from, setFrom] = useState(seat.from ?? '');
  const [to, setTo] = useState(seat.to ?? '');
  const params = { committeeId: committee.id, seatId: seat.id };
  const action = useAction(async () => {
    const dates = { from: from === '' ? null : from, to: to === '' ? null : to };
    const reply =
      way === 'end'
        ? await call(connection, endSeat, { params, body: { on } })
        : way === 'position'
          ? await call(connection, changePosition, { params, body: { position, order: order ?? null, on } })
          : await call(connection, correctSeat, { params, body: { position, order: order ?? 1, ...dates } });
    if (reply.ok) onDone();
    return reply;
  });
  const heading = useArrival<HTMLHeadingElement>();
  return (
    <Panel action={action} content={[way, on, position, order, from, to]} onCancel={onCancel}>
      <h3 ref={heading} tabIndex={-1}>
        {t('changeSeatOf', { name: seat.name })}
      </h3>
      <RadioGroup
        legend={t('whatChanges')}
        value={way}
        onInput={(value) => setWay(value as Way)}
        options={[
          ...(isOver ? [] : [{ value: 'position', label: t('newPosition'), hint: t('newPositionHint') }]),
          ...(isOver ? [] : [{ value: 'end', label: t('endSeat'), hint: t('endSeatHint') }]),
          { value: 'correct', label: t('correctSeat'), hint: t('correctSeatHint') },
        ]}
      />
      {way !== 'end' && (
        <>
          <TextField label={t('position')} required value={position} onInput={setPosition} maxLength={200} />
          <NumberField label={t('order')} required minimum={1} value={order} onInput={setOrder} />
        </>
      )}
      {way === 'correct' ? (
        <>
          <DateField label={t('firstDay')} value={from} onInput={setFrom} />
          <DateField label={t('lastDay')} value={to} onInput={setTo} />
        </>
      ) : (
        <DateField label={way === 'end' ? t('lastDay') : t('firstDay')} required value={on} onInput={setOn} />
      )}
    </Panel>
  );
}
