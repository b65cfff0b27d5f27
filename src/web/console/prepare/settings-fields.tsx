import type * as z from 'zod/mini';
import type { settingsBody } from '../../../contract/kit/session-values.ts';
import { CheckField, DateField, TextField } from '../../shared/forms/fields.tsx';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';

/** The settings of a session while they are being typed. */
export interface Settings {
  readonly title: string;
  readonly place: string;
  readonly placeOfIssue: string;
  readonly heldOn: string;
  readonly convenedBy: string;
  readonly plan: string;
  readonly phonePapers: boolean;
}

export const emptySettings: Settings = {
  title: '',
  place: '',
  placeOfIssue: '',
  heldOn: '',
  convenedBy: '',
  plan: '',
  phonePapers: true,
};

/** What is sent: neither plan nor place of issue where none was typed. */
export function settingsBodyOf(settings: Settings): z.input<typeof settingsBody> {
  const typed = (text: string) => (text.trim() === '' ? null : text);
  return { ...settings, plan: typed(settings.plan), placeOfIssue: typed(settings.placeOfIssue) };
}

interface Props {
  readonly settings: Settings;
  readonly disabled?: boolean;
  /** Under a plan, whose number stands fast. */
  readonly citesPlan?: boolean;
  onInput(settings: Settings): void;
}

/** Title, place, day and the like: what sheets, minutes and phones say of the conference. */
export function SettingsFields({ settings, disabled = false, citesPlan = false, onInput }: Props) {
  const { say } = useTranslation(sentences);
  const field = <Key extends keyof Settings>(key: Key) => ({
    value: settings[key],
    disabled,
    onInput: (value: Settings[Key]) => onInput({ ...settings, [key]: value }),
  });
  return (
    <>
      <TextField
        label={say('settingTitle')}
        hint={say('settingTitleHint')}
        maxLength={300}
        required
        {...field('title')}
      />
      <DateField label={say('settingDay')} hint={say('settingDayHint')} required {...field('heldOn')} />
      <TextField label={say('settingPlace')} maxLength={200} required {...field('place')} />
      <TextField
        label={say('settingPlaceOfIssue')}
        hint={say('settingPlaceOfIssueHint')}
        maxLength={100}
        {...field('placeOfIssue')}
      />
      <TextField label={say('settingConvenedBy')} maxLength={200} required {...field('convenedBy')} />
      {!citesPlan && (
        <TextField label={say('settingPlan')} hint={say('settingPlanHint')} maxLength={100} {...field('plan')} />
      )}
      <CheckField label={say('settingPhones')} hint={say('settingPhonesHint')} {...field('phonePapers')} />
    </>
  );
}
