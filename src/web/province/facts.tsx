import type * as z from 'zod/mini';
import type { CommitteeView } from '../../contract/committee/committees.ts';
import type { readHistory } from '../../contract/committee/tree.ts';
import { useRanks } from '../shared/forms/use-ranks.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { showDate } from '../shared/show/show-date.ts';
import { sentences } from './sentences.ts';

export type HistoryView = z.infer<(typeof readHistory.replies)[200]>;
type Linked = HistoryView['successor'];

/** What a committee is, and to whom it belongs now. */
export function Facts({ committee, history }: { readonly committee: CommitteeView; readonly history: HistoryView }) {
  const { t, pick, language } = useTranslation(sentences);
  const ranks = useRanks();
  const rank = ranks.find(({ id }) => id === committee.rank)?.label;
  const [present] = history.superiors;
  return (
    <dl class="facts">
      <dt>{t('rank')}</dt>
      <dd>{rank ? pick(rank) : committee.rank}</dd>
      <dt>{t('sector')}</dt>
      <dd>{committee.sector}</dd>
      <dt>{t('code')}</dt>
      <dd>{committee.code ?? t('noCode')}</dd>
      <dt>{t('superior')}</dt>
      <dd>
        <Name of={present?.superior ?? null} />
        {committee.superiorSince && (
          <span class="quiet small"> {t('since', { date: showDate(language, committee.superiorSince) })}</span>
        )}
      </dd>
      <dt>{t('directedBy')}</dt>
      <dd>
        <Name of={history.directedBy} />
      </dd>
      {committee.from && (
        <>
          <dt>{t('from')}</dt>
          <dd>{showDate(language, committee.from)}</dd>
        </>
      )}
      {history.successor && (
        <>
          <dt>{t('mergedInto')}</dt>
          <dd>
            <Name of={history.successor} />
          </dd>
        </>
      )}
    </dl>
  );
}

function Name({ of }: { readonly of: Linked }) {
  const { t } = useTranslation(sentences);
  return of === null ? <span>{t('noSuperior')}</span> : <a href={hashTo(of.id)}>{of.name}</a>;
}
