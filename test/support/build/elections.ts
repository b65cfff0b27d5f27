import type { Group } from '../../../src/protocol/arithmetic/group.ts';
import { createElection, type Election } from '../../../src/protocol/record/election.ts';

/** The key of {@link anElection}'s single teller. */
export const tellerKey = 123456789n;

/** An election with one subject for each number, which says how many levels it has. */
export function anElection(group: Group, levels: readonly number[] = [3, 3]): Election {
  const creation = createElection(group, {
    uuid: 'Dw5xMuS7nSTvZX',
    name: 'Lấy phiếu tín nhiệm',
    description: 'Hội nghị thử',
    publicKey: group.encode(group.generatorPower(tellerKey)),
    questions: levels.map((count, index) => ({
      question: `Đồng chí ${index + 1}`,
      answers: Array.from({ length: count }, (_, level) => `Mức ${level + 1}`),
    })),
  });
  if (!creation.ok) throw new Error(creation.refusal);
  return creation.election;
}
