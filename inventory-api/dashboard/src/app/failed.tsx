import { useText } from '../i18n/text';
import { Button } from '../ui/button';
import { Note } from '../ui/notes';
import { PageHead } from '../ui/page';
import { Brand } from './brand';

/** Stands in place of everything when not even the settings can be read. */
export function Failed() {
  const { t } = useText();
  return (
    <div className="alone">
      <main className="card welcome">
        <Brand />
        <PageHead title={t('failed.title')} />
        <Note kind="fault">{t('error.unreachable')}</Note>
        <Button kind="primary" onClick={() => location.reload()}>
          {t('retry')}
        </Button>
      </main>
    </div>
  );
}
