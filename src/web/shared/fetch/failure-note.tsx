import { officeSentences } from '../frame/office-sentences.ts';
import { useTranslation } from '../show/sentences.ts';
import type { Failure } from './answer.ts';

interface Props {
  readonly failure: Failure | undefined;
  readonly retry?: () => void;
}

/** Says in the reader's language why something was not done; empty, but there for screen readers, when all is well. */
export function FailureNote({ failure, retry }: Props) {
  const { say, own } = useTranslation(officeSentences);
  const { problem } = failure ?? {};
  const details = problem?.problems?.flatMap(({ messages, line, column, about }) => {
    if (messages === undefined) return [];
    // The same reason again only says what it is about.
    if (line === undefined && own(messages) === own(problem.messages)) return about === undefined ? [] : [about];
    if (line === undefined) return [own(messages)];
    // Written as the spreadsheet's own margin does, thousands together.
    const place = column ? say('lineOf', { line: `${line}`, column }) : say('line', { line: `${line}` });
    return [`${place} ${own(messages)}`];
  });
  return (
    <div role="alert">
      {failure && (
        <div class="note alarm">
          <p>{problem ? own(problem.messages) : say('unreachable')}</p>
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
                {say('tryAgain')}
              </button>
            </p>
          )}
        </div>
      )}
    </div>
  );
}
