import pMap from 'p-map';
import type { Connection } from '../../client/api.ts';
import { enrol, type Member, type NewMember } from '../demo/people.ts';
import type { ExampleCommittee, ExampleProvince, StageName } from './province.ts';

/** Somebody who can sign in to the example, as the printed list says it. */
export interface DemoSignIn {
  readonly committee: string;
  readonly stage: StageName | null;
  readonly name: string;
  readonly role: 'administrator' | 'chair' | 'secretary' | 'office' | 'teller' | 'voter' | 'superior';
  readonly username: string;
}

/** Who conducts and votes in one commune. */
export interface CommunePeople {
  readonly chair: Member;
  readonly secretary: Member;
  readonly office: Member;
  /** They receive their papers on their own phones. */
  readonly voters: readonly Member[];
}

export interface ExamplePeople {
  /** Of the province: it plans the ratings of the year. */
  readonly topOffice: Member;
  /** Members of the superior: the same three in all communes. */
  readonly tellers: readonly Member[];
  readonly communes: ReadonlyMap<StageName, CommunePeople>;
  readonly signIns: readonly DemoSignIn[];
}

const slugs: Readonly<Record<StageName, string>> = {
  draft: 'phutuc',
  issued: 'giaolong',
  open: 'anhoi',
  counting: 'tienthuy',
  closed: 'tanphu',
  tallied: 'phukhuong',
  published: 'chauthanh',
  cancelled: 'hungnhuong',
};
const votersWithAccount = 3;

/** Gives everybody of the example an account with the one password of the printed list. */
export async function enrolExample(
  administrator: Connection,
  { top, communes }: ExampleProvince,
  password: string,
): Promise<ExamplePeople> {
  const signIns: DemoSignIn[] = [];
  const enlist = async (
    committee: ExampleCommittee,
    stage: StageName | null,
    role: DemoSignIn['role'],
    one: NewMember,
  ) => {
    const member = await enrol(administrator, one, password);
    signIns.push({ committee: committee.name, stage, name: member.name, role, username: one.username });
    return member;
  };
  const tellers = await pMap(
    top.seats.slice(0, 3),
    (person, index) => enlist(top, null, 'teller', { username: `kiemphieu${index + 1}`, person }),
    { concurrency: 1 },
  );
  await enlist(top, null, 'superior', { username: 'capuyvien.tinh', person: top.seats[4] });
  const topOffice = await enlist(top, null, 'office', {
    username: 'vanphong.tinh',
    person: undefined,
    roles: [{ role: 'office', committeeId: top.id }],
  });
  const conducted = new Map<StageName, CommunePeople>();
  for (const [stage, commune] of communes) {
    const slug = slugs[stage];
    const [first, second] = commune.seats;
    const by = (role: 'chair' | 'secretary' | 'office') => ({ role, committeeId: commune.id });
    const one = (role: 'chair' | 'secretary' | 'office', name: string, person: typeof first) =>
      enlist(commune, stage, role, { username: `${name}.${slug}`, person, roles: [by(role)] });
    conducted.set(stage, {
      chair: await one('chair', 'chutri', first),
      secretary: await one('secretary', 'quantriet', second),
      office: await one('office', 'vanphong', undefined),
      voters: await pMap(
        commune.seats.slice(-votersWithAccount),
        (person, index) => enlist(commune, stage, 'voter', { username: `bophieu${index + 1}.${slug}`, person }),
        { concurrency: 1 },
      ),
    });
  }
  return { topOffice, tellers, communes: conducted, signIns };
}
