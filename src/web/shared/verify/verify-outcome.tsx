import { useLayoutEffect, useRef } from 'preact/hooks';
import type { CheckName } from '../../../protocol/verify/verify-report.ts';
import { type Speech, useTranslation } from '../show/sentences.ts';
import type { SentReport } from './verify-message.ts';
import { verifySentences } from './verify-sentences.ts';
import { whereText } from './where-text.ts';

type VerifySpeech = Speech<keyof typeof verifySentences>;

const checks: readonly CheckName[] = ['V1', 'V2', 'V3', 'V4', 'V5', 'V6', 'V7', 'V8', 'V9', 'V10'];

/** What came out: one plain sentence, what to compare with the minutes, and what was checked. */
export function VerifyOutcome({ report }: { readonly report: SentReport }) {
  const speech = useTranslation(verifySentences);
  const { say } = speech;
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
          <strong>{verdictOf(speech, report)}</strong>
        </p>
        {report.failure && <Failure report={report} speech={speech} />}
        {numbers && <p>{say('ballots', { ballots: numbers.ballots, counted: numbers.counted })}</p>}
      </div>
      {report.ok && <Comparison report={report} speech={speech} />}
      <details>
        <summary>{say('checked')}</summary>
        <ol class="verify-checks">
          {checks.map((check) => (
            <li key={check}>
              {say(check)}: <strong>{fateOf(speech, report, check)}</strong>
            </li>
          ))}
        </ol>
        {report.slow && <p class="quiet">{say('slow')}</p>}
      </details>
    </div>
  );
}

function verdictOf({ say }: VerifySpeech, { ok, stage, assurance }: SentReport): string {
  if (!ok) return say('fails');
  switch (stage) {
    case 'result':
      if (assurance === 'supplementary-proofs') return say('holds');
      return assurance === 'redundancy' ? say('holdsCompared') : say('holdsUnproven');
    case 'open':
      return say('unfinished', { stage: say('stageOpen') });
    case 'closed':
      return say('unfinished', { stage: say('stageClosed') });
    case 'tallied':
      return say('unfinished', { stage: say('stageTallied') });
    default:
      return say('unfinished', { stage: say('stageSetup') });
  }
}

function fateOf({ say }: VerifySpeech, report: SentReport, check: CheckName): string {
  const done = report.checks.find((one) => one.check === check);
  if (done !== undefined) return done.applied ? say('checkHolds') : say('checkNothing');
  return report.failure?.check === check ? say('checkFails') : say('checkSkipped');
}

interface Part {
  readonly report: SentReport;
  readonly speech: VerifySpeech;
}

function Failure({ report: { failure }, speech }: Part) {
  if (failure === undefined) return null;
  const { say } = speech;
  const { check, reason, where } = failure;
  return (
    <>
      <p>{say('failsAt', { number: check.slice(1), check: say(check) })}</p>
      {where !== undefined && <p>{say('failsWhere', { where: whereText(speech, where) })}</p>}
      <p class="small">{say('failsReason', { reason })}</p>
    </>
  );
}

/** Under the same words as in the minutes. */
function Comparison({ report, speech: { say } }: Part) {
  const { fingerprints, head, supplementHash, checks: done } = report;
  const uuid = done.find(({ check }) => check === 'V3')?.found.uuid;
  const rows = [
    [say('uuid'), uuid],
    [say('fingerprint'), fingerprints?.election],
    [say('head'), head?.hash],
    [say('height'), head?.height],
    [say('supplement'), supplementHash],
  ] as const;
  return (
    <section>
      <h2>{say('compareTitle')}</h2>
      <p>{say('compare')}</p>
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
