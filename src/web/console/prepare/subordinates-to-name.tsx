import { call } from '../../../client/api.ts';
import { listSubordinates } from '../../../contract/committee/tree.ts';
import { committeeId } from '../../../domain/committee/committee.ts';
import { textKey } from '../../../domain/text/text-key.ts';
import { useConnection } from '../../shared/fetch/connection.ts';
import { Loaded } from '../../shared/fetch/loaded.tsx';
import { useLoad } from '../../shared/fetch/use-load.ts';
import { useRanks } from '../../shared/forms/use-ranks.ts';
import { useTranslation } from '../../shared/show/sentences.ts';
import { sentences } from '../sentences.ts';
import type { ConsoleSession } from '../session.ts';

export interface SubordinatesProps {
  readonly session: ConsoleSession;
  readonly busy: boolean;
  name(name: string, kind: string): Promise<boolean>;
}

/** As many as one part of a list holds; no committee rates more at one conference. */
const limit = 200;

/** The committees directly below that are not on the list yet, each to be added by one press. */
export function SubordinatesToName({ session, busy, name: add }: SubordinatesProps) {
  const { t } = useTranslation(sentences);
  const connection = useConnection();
  const params = { committeeId: committeeId.parse(session.committeeId) };
  const below = useLoad(() => call(connection, listSubordinates, { params, query: { limit } }), [session.committeeId]);
  const kinds = new Map(useRanks().map(({ id, label }) => [id, label.vi]));
  const named = new Set(session.subjects.map(({ name }) => textKey(name)));
  return (
    <Loaded of={below}>
      {({ rows }) => {
        const left = rows.filter(({ name, to }) => to === null && !named.has(textKey(name)));
        if (left.length === 0) return null;
        return (
          <section>
            <h2>{t('subordinatesTitle')}</h2>
            <ul class="entries">
              {left.map(({ id, name, rank }) => (
                <li key={id}>
                  <p>{name}</p>
                  <button
                    type="button"
                    class="tool"
                    aria-label={t('addSubordinateOf', { name })}
                    disabled={busy}
                    onClick={() => void add(name, kinds.get(rank) ?? rank)}
                  >
                    {t('addSubordinate')}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      }}
    </Loaded>
  );
}
