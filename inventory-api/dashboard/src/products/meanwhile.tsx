import { useText } from '../i18n/text';
import { useLive } from '../live/live';
import { useStore } from '../app/store';
import { Button } from '../ui/button';
import type { Draft, Merge } from './draft';

/** What another user has changed during an edit, and what is to become of both. */
export function Meanwhile(props: { id: string; met: Merge; mine: Draft; theirs: Draft; onTheirs: () => void; onMine: () => void }) {
  const { t } = useText();
  const { met, mine, theirs } = props;
  const entries = useStore(useLive().journal.entries);
  const actor = entries.find((entry) => entry.channel === 'products' && entry.data.id === props.id)?.data.actor;
  return (
    <section className="note warning meanwhile" role="alert">
      <p>
        <strong>{actor === undefined ? t('meanwhile.somebody') : t('meanwhile', { actor })}</strong> {met.mine ? t('meanwhile.choose') : t('meanwhile.unchanged')}
      </p>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{t('meanwhile.field')}</th>
            <th scope="col">{t('meanwhile.theirs')}</th>
            <th scope="col">{t('meanwhile.mine')}</th>
          </tr>
        </thead>
        <tbody>
          {met.theirs.map((field) => (
            <tr key={field} className={met.conflicts.includes(field) ? 'conflict' : undefined}>
              <th scope="row">{t(`field.${field}`)}</th>
              <td>{theirs[field] || '–'}</td>
              <td>{mine[field] || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="actions">
        <Button onClick={props.onTheirs}>{t('meanwhile.take')}</Button>
        {met.mine && (
          <Button kind="primary" onClick={props.onMine}>
            {t('meanwhile.keep')}
          </Button>
        )}
      </div>
    </section>
  );
}
