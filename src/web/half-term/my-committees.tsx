import type { listReviewCommittees } from '../../contract/half-term/half-term.ts';
import type { ReplyOf } from '../../contract/operation.ts';
import { hashTo } from '../shared/frame/hash.ts';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useHalfTermTranslation } from './translation.ts';

interface Props {
  readonly committees: ReplyOf<typeof listReviewCommittees>;
}

/** The committees whose reviews the reader writes, or reads as a member. */
export function MyCommittees({ committees }: Props) {
  const { t } = useHalfTermTranslation();
  return (
    <>
      <ScreenTitle>{t('pageTitle')}</ScreenTitle>
      <p>{t('explained')}</p>
      {committees.length === 0 && <p class="empty">{t('noRole')}</p>}
      <ul class="entries">
        {committees.map(({ committeeId, name, writes }) => (
          <li key={committeeId}>
            <a href={hashTo(committeeId)}>{name}</a>
            <br />
            <span class="quiet small">{t(writes ? 'youWrite' : 'youRead')}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
