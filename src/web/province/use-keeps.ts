import type { CommitteeView } from '../../contract/committee/committees.ts';
import { useAccount } from '../shared/frame/use-account.ts';

/** Whether the one who is signed in keeps the seats and terms of a committee that stands. */
export function useKeeps({ id, to }: CommitteeView): boolean {
  const { administrator, grants } = useAccount();
  const serves = grants.some(({ role, committeeId }) => role === 'office' && committeeId === id);
  return to === null && (administrator || serves);
}
