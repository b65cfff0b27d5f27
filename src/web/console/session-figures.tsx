import { useTranslation } from '../shared/show/sentences.ts';
import { figuresOf } from './figures-of.ts';
import { sentences } from './sentences.ts';
import type { ConsoleSession } from './session.ts';

/** The figures, and before the count how many have their paper. */
export function SessionFigures({ session }: { readonly session: ConsoleSession }) {
  const { t, language } = useTranslation(sentences);
  const number = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB');
  const { roll, state } = session;
  const received = roll.filter((voter) => voter.received !== null).length;
  const isHandingOut = (state === 'issued' || state === 'open') && roll.length > 0;
  return (
    <section class="card">
      <h2>{t('figures')}</h2>
      <dl class="numbers numbers-small">
        {figuresOf(session).map(({ title, value, of }) => (
          <div key={title}>
            <dt>{t(title)}</dt>
            <dd>
              {number.format(value)}
              {of !== undefined && <span class="number-of"> / {number.format(of)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {isHandingOut && (
        <label class="have-paper">
          {t('havePaper', { received, total: roll.length })}
          <progress value={received} max={roll.length} />
        </label>
      )}
    </section>
  );
}
