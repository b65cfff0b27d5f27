import { useAccount } from '../shared/frame/use-account.ts';

/** Whether the one who is signed in writes plans for a committee. */
export function useWrites(committeeId: string): boolean {
  const { grants } = useAccount();
  return grants.some(
    (grant) => grant.committeeId === committeeId && (grant.role === 'chair' || grant.role === 'office'),
  );
}

/** Whether they have any role in it, and not only a seat. */
export function useServes(committeeId: string): boolean {
  return useAccount().grants.some((grant) => grant.committeeId === committeeId);
}

/** Whether they draw up its sessions. */
export function useChairs(committeeId: string): boolean {
  const { grants } = useAccount();
  return grants.some((grant) => grant.committeeId === committeeId && grant.role === 'chair');
}
