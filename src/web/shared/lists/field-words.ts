import type { LocalText } from '../../../domain/text/local-text.ts';
import { listSentences } from './list-sentences.ts';

const words: Readonly<Record<string, keyof typeof listSentences>> = {
  committee: 'fieldCommittee',
  fullName: 'fieldFullName',
  position: 'fieldPosition',
  order: 'fieldOrder',
  from: 'fieldFrom',
  to: 'fieldTo',
  code: 'fieldCode',
  rank: 'fieldRank',
  sector: 'fieldSector',
  superior: 'fieldSuperior',
  director: 'fieldDirector',
  successor: 'fieldSuccessor',
  number: 'fieldNumber',
  birthYear: 'fieldBirthYear',
  family: 'fieldFamily',
  middle: 'fieldMiddle',
  given: 'fieldGiven',
  partyPosition: 'fieldPartyPosition',
  otherPosition: 'fieldOtherPosition',
  name: 'fieldTarget',
  unit: 'fieldUnit',
  direction: 'fieldDirection',
  target: 'fieldAim',
  reached: 'fieldReached',
};

/** As what a column was read. */
export function fieldWords(field: string): LocalText {
  const key = words[field];
  return key === undefined ? { vi: field, en: field } : listSentences[key];
}
