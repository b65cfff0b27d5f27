import { call } from '../../client/api.ts';
import type { CommitteeView } from '../../contract/committee/committees.ts';
import { listReviewCommittees } from '../../contract/half-term/half-term.ts';
import { useConnection } from '../shared/fetch/connection.ts';
import { useLoad } from '../shared/fetch/use-load.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { useTranslation } from '../shared/show/sentences.ts';
import { sentences } from './sentences.ts';

/** The way to a committee's half-term review, for those who may read it: its own people, and whom it reports to. */
export function HalfTermLink({ committee: { id, superiorId } }: { readonly committee: CommitteeView }) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const mine = useLoad(() => call(connection, listReviewCommittees), [id]);
  if (mine.state !== 'ready') return null;
  const own = mine.value.find(({ committeeId }) => committeeId === id);
  const isAbove = mine.value.some(({ committeeId, readsBelow }) => committeeId === superiorId && readsBelow);
  if (own === undefined && !isAbove) return null;
  return (
    <section>
      <h2>{t('halfTerm')}</h2>
      <p>
        <a href={`/half-term${hashTo(id)}`}>{t(own?.writes ? 'toWriteHalfTerm' : 'toHalfTerm')}</a>
      </p>
    </section>
  );
}
