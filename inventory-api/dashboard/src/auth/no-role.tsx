import { useText } from '../i18n/text';
import { Button } from '../ui/button';
import { Note } from '../ui/notes';
import { PageHead } from '../ui/page';
import type { Someone } from './rights';
import type { Session } from './session';

/** What somebody sees whose token has no role of this service. */
export function NoRole({ session, someone }: { session: Session; someone: Someone }) {
  const { t } = useText();
  return (
    <div className="alone">
      <main className="card welcome">
        <PageHead title={t('no-role.title')} />
        <Note kind="warning">{t('no-role', { name: someone.name })}</Note>
        <Button icon="out" onClick={() => void session.signOut().catch(() => {})}>
          {t('sign-out')}
        </Button>
      </main>
    </div>
  );
}
