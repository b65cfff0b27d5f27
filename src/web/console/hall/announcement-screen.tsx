import { useFresh } from '../../shared/fetch/use-fresh.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { StepProps } from '../step.ts';
import { JointDecision } from './joint-decision.tsx';

/** What the tellers announced before they key; and, while nothing is known yet, the way back to voting. */
export function AnnouncementScreen(props: StepProps) {
  const { t } = useTranslation(sentences);
  const { session, reload } = props;
  const { announcement } = session;
  useFresh(reload, 3000);
  return (
    <>
      <p>{t('announcementHow')}</p>
      <div role="status">
        {announcement === null ? (
          <p class="note">{t('announcementAwaited')}</p>
        ) : (
          <table class="table narrow">
            <tbody>
              <Line title={t('numberIssued')} value={announcement.issued} />
              <Line title={t('numberCollected')} value={announcement.collected} />
              <Line title={t('numberSheetsFound')} value={announcement.sheets} />
              <Line title={t('numberNotIssued')} value={announcement.notIssued} />
              <Line title={t('numberSheetsKeyed')} value={session.ledger.sheetsKeyed} />
            </tbody>
          </table>
        )}
      </div>
      {session.state === 'counting' && (
        <section>
          <h2>{t('returnTitle')}</h2>
          <JointDecision
            {...props}
            action={{ kind: 'return-to-open' }}
            label={t('returnLabel')}
            sentence={t('returnAsk')}
            reason=""
          />
        </section>
      )}
    </>
  );
}

function Line({ title, value }: { readonly title: string; readonly value: number }) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <td class="number">{value}</td>
    </tr>
  );
}
