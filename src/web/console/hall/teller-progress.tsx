import { useTranslation } from '../../shared/show/sentences.ts';
import { type Sentence, sentences } from '../sentences.ts';

const words = {
  round: { done: 'roundSent', awaited: 'roundAwaited' },
  setup: { done: 'setupConfirmed', awaited: 'setupAwaited' },
  share: { done: 'shareSent', awaited: 'shareAwaited' },
} as const satisfies Record<string, Record<'done' | 'awaited', Sentence>>;

interface Props {
  readonly caption: string;
  readonly tellers: readonly { readonly index: number; readonly name: string }[];
  isDone(index: number): boolean;
  readonly of: keyof typeof words;
  readonly isLost?: (index: number) => boolean;
}

/** Who of the tellers has done what is asked, and who is still awaited. */
export function TellerProgress({ caption, tellers, isDone, of, isLost }: Props) {
  const { t } = useTranslation(sentences);
  return (
    <div class="table-box" role="status">
      <table class="table">
        <caption>{caption}</caption>
        <tbody>
          {tellers.map(({ index, name }) => (
            <tr key={index}>
              <th scope="row">
                {index}. {name}
              </th>
              <td class={isDone(index) ? 'mark-done' : 'mark-awaited'}>
                {t(words[of][isDone(index) ? 'done' : 'awaited'])}
              </td>
              {isLost && <td>{isLost(index) && t('keyLost')}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
