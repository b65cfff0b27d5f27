import { type CommitteeId, committeeId } from '../../domain/committee/committee.ts';
import { planId } from '../../domain/plan/plan-id.ts';
import { Loaded } from '../shared/fetch/loaded.tsx';
import { useLater } from '../shared/fetch/use-later.ts';
import { hashTo, useHash } from '../shared/frame/hash.ts';
import { OfficePage } from '../shared/frame/office-page.tsx';
import { ScreenTitle } from '../shared/frame/screen-title.tsx';
import { useTranslation } from '../shared/show/sentences.ts';
import type { BoardScreen } from './board-screen.tsx';
import { EditPlan, NewPlan } from './edit-plan.tsx';
import { MyPlans } from './my-plans.tsx';
import { PlanScreen } from './plan-screen.tsx';
import { sentences } from './sentences.ts';

/** `#/` what is owed and issued; `#/COMMITTEE/new`, with a plan to start from behind; `#/COMMITTEE/summoned`; `#/COMMITTEE/PLAN` with `/edit`, `/amend` or `/board` behind. */
export function PlansPage() {
  const { t } = useTranslation(sentences);
  return (
    <OfficePage title={t('plansTitle')}>
      <Screen />
    </OfficePage>
  );
}

function Screen() {
  const { t } = useTranslation(sentences);
  const [first, second, third] = useHash();
  if (first === undefined) return <MyPlans />;
  const committee = committeeId.safeParse(first);
  const plan = planId.safeParse(second);
  if (committee.success && second === 'new') {
    return <NewPlan key={third} committeeId={committee.data} from={planId.safeParse(third).data} />;
  }
  if (committee.success && second === 'summoned') return <Summoned committeeId={committee.data} />;
  if (committee.success && plan.success) {
    const ids = { committeeId: committee.data, planId: plan.data };
    const key = `${plan.data} ${third}`;
    if (third === 'board') return <Board key={key} {...ids} />;
    if (third === 'edit' || third === 'amend') return <EditPlan key={key} {...ids} amends={third === 'amend'} />;
    return <PlanScreen key={key} {...ids} />;
  }
  return (
    <>
      <ScreenTitle>{t('plansTitle')}</ScreenTitle>
      <p>{t('unknownScreen')}</p>
      <p>
        <a href={hashTo()}>{t('allPlans')}</a>
      </p>
    </>
  );
}

/** Fetched when it is wanted: none but the issuer has one. */
function Board(ids: Parameters<typeof BoardScreen>[0]) {
  const screen = useLater(() => import('./board-screen.tsx'));
  return <Loaded of={screen}>{({ BoardScreen: Own }) => <Own {...ids} />}</Loaded>;
}

/** Fetched when it is wanted: few who come here enter lists. */
function Summoned({ committeeId: id }: { readonly committeeId: CommitteeId }) {
  const screen = useLater(() => import('./summoned-screen.tsx'));
  return <Loaded of={screen}>{({ SummonedScreen }) => <SummonedScreen committeeId={id} />}</Loaded>;
}
