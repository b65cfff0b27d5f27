import { useState } from 'preact/hooks';
import { call } from '../../client/api.ts';
import { addRank, changeRank, listRanks, type RankView } from '../../contract/committee/ranks.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLoad } from '../shared/fetch/use-load.ts';
import { DateField, SelectField, TextField } from '../shared/forms/fields.tsx';
import { useAction } from '../shared/forms/use-action.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { Panel } from './panel.tsx';
import { sentences } from './sentences.ts';

/** The ranks that committees are given: named anew, ended on a day, added. */
export function RanksScreen() {
  const { t, pick, language } = useTranslation(sentences);
  const connection = useConnection();
  const ranks = useLoad(() => call(connection, listRanks), []);
  const [edited, setEdited] = useState<RankView | 'new'>();
  const done = () => {
    setEdited(undefined);
    void ranks.reload();
  };
  const form = { onDone: done, onCancel: () => setEdited(undefined) };
  return (
    <>
      <p class="back">
        <a href={hashTo()}>{t('toTree')}</a>
      </p>
      <ScreenTitle>{t('ranks')}</ScreenTitle>
      <p>{t('ranksHint')}</p>
      <Loaded of={ranks}>
        {(known) => (
          <>
            <ul class="entries">
              {known.toReversed().map((rank) => (
                <li key={rank.id}>
                  <strong>{pick(rank.label)}</strong>
                  {rank.to !== null && (
                    <>
                      <br />
                      <span class="quiet">{t('rankUntil', { date: showDate(language, rank.to) })}</span>
                    </>
                  )}
                  {edited === undefined && (
                    <p>
                      <button
                        type="button"
                        class="tool"
                        aria-label={t('changeRank', { name: pick(rank.label) })}
                        onClick={() => setEdited(rank)}
                      >
                        {t('changeSeat')}
                      </button>
                    </p>
                  )}
                  {edited === rank && <ChangeRank rank={rank} {...form} />}
                </li>
              ))}
            </ul>
            {edited === 'new' ? (
              <AddRank known={known} {...form} />
            ) : (
              edited === undefined && (
                <button type="button" onClick={() => setEdited('new')}>
                  {t('addRank')}
                </button>
              )
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

interface FormProps {
  onDone(): void;
  onCancel(): void;
}

function AddRank({ known, onDone, onCancel }: FormProps & { readonly known: readonly RankView[] }) {
  const { t, pick } = useTranslation(sentences);
  const connection = useConnection();
  const [label, setLabel] = useState({ vi: '', en: '' });
  const [above, setAbove] = useState('');
  const action = useAction(async () => {
    const body = { label, above: above === '' ? null : above };
    const reply = await call(connection, addRank, { body });
    if (reply.ok) onDone();
    return reply;
  });
  return (
    <Panel action={action} content={[label, above]} onCancel={onCancel}>
      <h2>{t('addRank')}</h2>
      <LabelFields label={label} onInput={setLabel} />
      <SelectField
        label={t('rankBelow')}
        value={above}
        onInput={setAbove}
        options={[
          { value: '', label: t('lowestRank') },
          ...known.map((one) => ({ value: one.id, label: pick(one.label) })),
        ]}
      />
    </Panel>
  );
}

function ChangeRank({ rank, onDone, onCancel }: FormProps & { readonly rank: RankView }) {
  const { t, pick } = useTranslation(sentences);
  const connection = useConnection();
  const [label, setLabel] = useState(rank.label);
  const [to, setTo] = useState(rank.to ?? '');
  const action = useAction(async () => {
    const body = { label, to: to === '' ? null : to };
    const reply = await call(connection, changeRank, { params: { rankId: rank.id }, body });
    if (reply.ok) onDone();
    return reply;
  });
  return (
    <Panel action={action} content={[label, to]} onCancel={onCancel}>
      <h2>{t('changeRank', { name: pick(rank.label) })}</h2>
      <LabelFields label={label} onInput={setLabel} />
      <DateField label={t('lastDay')} hint={t('rankEndHint')} value={to} onInput={setTo} />
    </Panel>
  );
}

interface LabelProps {
  readonly label: RankView['label'];
  onInput(label: RankView['label']): void;
}

function LabelFields({ label, onInput }: LabelProps) {
  const { t } = useTranslation(sentences);
  const set = (language: 'vi' | 'en') => (text: string) => onInput({ ...label, [language]: text });
  return (
    <>
      <TextField label={t('rankInVietnamese')} required value={label.vi} onInput={set('vi')} maxLength={100} />
      <TextField label={t('rankInEnglish')} required value={label.en} onInput={set('en')} maxLength={100} />
    </>
  );
}
