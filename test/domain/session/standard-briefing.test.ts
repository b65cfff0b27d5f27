import { expect, test } from 'vitest';
import { standardBriefing } from '../../../src/domain/session/standard-briefing.ts';
import { loadBallotForms } from '../../../src/server/meeting/ballot-forms.ts';
import { ownForm } from '../../support/build/forms.ts';

test('every form brings a standard text of its own: purpose, how the vote is held, how the form is marked', () => {
  const loaded = loadBallotForms();
  if (!loaded.ok) throw new Error('own forms do not load');
  for (const form of loaded.forms.values()) {
    const { briefing, instruction, unmarked } = form.wording;
    for (const language of ['vi', 'en'] as const) {
      expect(standardBriefing(form, '', language).split('\n\n'), form.id).toEqual([
        briefing?.purpose[language],
        briefing?.conduct[language],
        `${instruction[language]} ${unmarked[language]}`,
      ]);
      expect(standardBriefing(form, '', language).length).toBeLessThan(10_000);
    }
  }
});

test('under a plan its purpose and requirements take the place of the form’s purpose', () => {
  const form = ownForm('qd-96-2023');
  const text = standardBriefing(form, 'Mục đích của tỉnh.\n\nYêu cầu của tỉnh.\n', 'vi');
  expect(text.startsWith('Mục đích của tỉnh.\n\nYêu cầu của tỉnh.\n\n')).toBe(true);
  expect(text).not.toContain(form.wording.briefing?.purpose.vi);
  expect(text).toContain(form.wording.briefing?.conduct.vi);
});

test('a form that a session has kept from before forms had a briefing says nothing', () => {
  const { briefing: _, ...wording } = ownForm('qd-96-2023').wording;
  expect(standardBriefing({ wording }, '', 'vi')).toBe('');
  expect(standardBriefing({ wording }, 'Của kế hoạch', 'vi')).toBe('Của kế hoạch');
});
