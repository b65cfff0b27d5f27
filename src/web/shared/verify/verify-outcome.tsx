import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CheckName } from '../../../protocol/verify/verify-report.ts';
import { type Translation, useTranslation } from '../show/sentences.ts';
import type { SentReport } from './verify-message.ts';
import { verifySentences } from './verify-sentences.ts';
import { whereText } from './where-text.ts';

type VerifyTranslation = Translation<keyof typeof verifySentences>;

const checks: readonly CheckName[] = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10'];

/** What came out: one plain sentence, what to compare with the minutes, and what was checked. */
export function VerifyOutcome({ report }: { readonly report: SentReport }) {
  const translation = useTranslation(verifySentences);
  const { t } = translation;
  const verdict = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => verdict.current?.focus(), []);
  const { numbers } = report;
  return (
    <div class="verify-outcome">
      <div
        ref={verdict}
        tabIndex={-1}
        role={report.ok ? 'status' : 'alert'}
        class={report.ok ? 'note note-strong' : 'note alarm'}
      >
        <p>
          <strong>{verdictOf(translation, report)}</strong>
        </p>
        {report.failure && <Failure report={report} translation={translation} />}
        {numbers && <p>{t('ballots', { ballots: numbers.ballots, counted: numbers.counted })}</p>}
      </div>
      {report.ok && <Comparison report={report} translation={translation} />}
      <details>
        <summary>{t('checked')}</summary>
        <ol class="verify-checks">
          {checks.map((check) => (
            <li key={check}>
              {t(check)}: <strong>{fateOf(translation, report, check)}</strong>
            </li>
          ))}
        </ol>
        {report.slow && <p class="quiet">{t('slow')}</p>}
      </details>
    </div>
  );
}

function verdictOf({ t }: VerifyTranslation, { ok, stage, assurance }: SentReport): string {
  if (!ok) return t('fails');
  switch (stage) {
    case 'result':
      if (assurance === 'supplementary-proofs') return t('holds');
      return assurance === 'redundancy' ? t('holdsCompared') : t('holdsUnproven');
    case 'open':
      return t('unfinished', { stage: t('stageOpen') });
    case 'closed':
      return t('unfinished', { stage: t('stageClosed') });
    case 'tallied':
      return t('unfinished', { stage: t('stageTallied') });
    default:
      return t('unfinished', { stage: t('stageSetup') });
  }
}

function fateOf({ t }: VerifyTranslation, report: SentReport, check: CheckName): string {
  const done = report.checks.find((one) => one.check === check);
  if (done !== undefined) return done.applied ? t('checkHolds') : t('checkNothing');
  return report.failure?.check === check ? t('checkFails') : t('checkSkipped');
}

interface Part {
  readonly report: SentReport;
  readonly translation: VerifyTranslation;
}

function Failure({ report: { failure }, translation }: Part) {
  if (failure === undefined) return null;
  const { t } = translation;
  const { check, reason, where } = failure;
  return (
    <>
      <p>{t('failsAt', { number: check.slice(1), check: t(check) })}</p>
      {where !== undefined && <p>{t('failsWhere', { where: whereText(translation, where) })}</p>}
      <p class="small">{t('failsReason', { reason })}</p>
    </>
  );
}

/** Under the same words as in the minutes. */
function Comparison({ report, translation: { t } }: Part) {
  const { fingerprints, head, supplementHash, checks: done } = report;
  const uuid = done.find(({ check }) => check === 'V3')?.found.uuid;
  const rows = [
    [t('uuid'), uuid],
    [t('fingerprint'), fingerprints?.election],
    [t('head'), head?.hash],
    [t('height'), head?.height],
    [t('supplement'), supplementHash],
  ] as const;
  return (
    <section>
      <h2>{t('compareTitle')}</h2>
      <p>{t('compare')}</p>
      <dl class="fingerprints">
        {rows.map(
          ([label, value]) =>
            value !== undefined && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
    </section>
  );
}
