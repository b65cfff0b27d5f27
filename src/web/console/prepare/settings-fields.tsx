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
  const { t } = useTranslation(sentences);
  const field = <Key extends keyof Settings>(key: Key) => ({
    value: settings[key],
    disabled,
    onInput: (value: Settings[Key]) => onInput({ ...settings, [key]: value }),
  });
  return (
    <>
      <TextField label={t('settingTitle')} hint={t('settingTitleHint')} maxLength={300} required {...field('title')} />
      <DateField label={t('settingDay')} hint={t('settingDayHint')} required {...field('heldOn')} />
      <TextField label={t('settingPlace')} maxLength={200} required {...field('place')} />
      <TextField
        label={t('settingPlaceOfIssue')}
        hint={t('settingPlaceOfIssueHint')}
        maxLength={100}
        {...field('placeOfIssue')}
      />
      <TextField label={t('settingConvenedBy')} maxLength={200} required {...field('convenedBy')} />
      {!citesPlan && (
        <TextField label={t('settingPlan')} hint={t('settingPlanHint')} maxLength={100} {...field('plan')} />
      )}
      <CheckField label={t('settingPhones')} hint={t('settingPhonesHint')} {...field('phonePapers')} />
    </>
  );
}
