import type { Page } from '../api/types';
import { useText } from '../i18n/text';
import { Button } from './button';

/** Turns the pages of a list. */
export function Pager(props: { page: Page<unknown>['pagination']; at: number; onTurn: (page: number) => void }) {
  const { t, number } = useText();
  const { page, at, onTurn } = props;
  const last = page.totalPages ?? at;
  if (at === 1 && last <= 1) {
    return null;
  }
  return (
    <nav className="pager" aria-label={t('pages')}>
      <Button icon="back" disabled={at <= 1} onClick={() => onTurn(at - 1)}>
        {t('pages.previous')}
      </Button>
      <span aria-current="page">{t('pages.at', { page: number(at), pages: number(last) })}</span>
      <Button disabled={at >= last} onClick={() => onTurn(at + 1)}>
        {t('pages.next')}
      </Button>
    </nav>
  );
}
