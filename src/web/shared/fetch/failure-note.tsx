import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from '../show/sentences.ts';
import type { Failure } from './answer.ts';

interface Props {
  readonly failure: Failure | undefined;
  readonly retry?: () => void;
}

/** Says in the reader's language why something was not done; empty, but there for screen readers, when all is well. */
export function FailureNote({ failure, retry }: Props) {
  const { t, pick } = useTranslation(officeSentences);
  const { problem } = failure ?? {};
  const details = problem?.problems?.flatMap(({ messages, line, column, about }) => {
    if (messages === undefined) return [];
    // The same reason again only says what it is about.
    if (line === undefined && pick(messages) === pick(problem.messages)) return about === undefined ? [] : [about];
    if (line === undefined) return [pick(messages)];
    // Written as the spreadsheet's own margin does, thousands together.
    const place = column ? t('lineOf', { line: `${line}`, column }) : t('line', { line: `${line}` });
    return [`${place} ${pick(messages)}`];
  });
  return (
    <div role="alert">
      {failure && (
        <div class="note alarm">
          <p>{problem ? pick(problem.messages) : t('unreachable')}</p>
          {details && details.length > 0 && (
            <ul>
              {details.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          )}
          {retry && (
            <p>
              <button type="button" onClick={retry}>
                {t('tryAgain')}
              </button>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
