import { useAccount } from '../shared/use-account.ts';

/** Whether the one who is signed in writes a committee's review. */
export function useWrites(committeeId: string): boolean {
  const { grants } = useAccount();
  return grants.some(
    (grant) => grant.committeeId === committeeId && (grant.role === 'chair' || grant.role === 'office'),
  );
}

/** Whether they may open the reviews below: the chair, and members, who are told apart from others by the service. */
export function useReadsBelow(committeeId: string): boolean {
  const { grants, personId } = useAccount();
  return personId !== null || grants.some((grant) => grant.committeeId === committeeId && grant.role === 'chair');
}
