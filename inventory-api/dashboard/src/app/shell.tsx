import { useRef, type ReactNode } from 'react';
import { useAlertCount } from '../alerts/queries';
import { AlertToasts } from '../alerts/toasts';
import { may } from '../auth/rights';
import type { Session } from '../auth/session';
import { useSomeone } from '../auth/someone';
import { useText } from '../i18n/text';
import { LiveBadge, LiveBanner } from '../live/badge';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { Brand } from './brand';
import { LanguageSwitch, ThemeSwitch } from './preferences';
import type { View } from './route';

const LISTS = ['products', 'orders', 'alerts', 'feed', 'system'] as const;
const PARTS: Readonly<Record<View, (typeof LISTS)[number] | null>> = {
  products: 'products',
  product: 'products',
  orders: 'orders',
  order: 'orders',
  'new-order': 'orders',
  alerts: 'alerts',
  feed: 'feed',
  system: 'system',
  nowhere: null,
};

/** What stands around every view. */
export function Shell(props: { session: Session; view: View; children: ReactNode }) {
  const { t } = useText();
  const main = useRef<HTMLElement>(null);
  const someone = useSomeone();
  return (
    <div className="shell">
      <button type="button" className="skip" onClick={() => main.current?.focus()}>
        {t('skip')}
      </button>
      <header className="top">
        <Brand />
        <LiveBadge />
        <span className="gap" />
        <LanguageSwitch />
        <ThemeSwitch />
        <span className="who">
          <span className="hidden">{t('signed-in-as')}</span> {someone.name}
        </span>
        <Button kind="quiet" icon="out" onClick={() => void props.session.signOut().catch(() => {})} aria-label={t('sign-out')} title={t('sign-out')} />
      </header>
      <Navigation view={props.view} />
      <main ref={main} tabIndex={-1}>
        <LiveBanner />
        {props.children}
      </main>
      <AlertToasts />
      <Toasts />
    </div>
  );
}

function Navigation({ view }: { view: View }) {
  const { t, number } = useText();
  const someone = useSomeone();
  const alerts = useAlertCount();
  const shown = LISTS.filter((list) => list !== 'orders' || may(someone, 'orders.read'));
  return (
    <nav className="parts" aria-label={t('navigation')}>
      {shown.map((list) => (
        <a key={list} href={`#/${list}`} aria-current={PARTS[view] === list ? 'page' : undefined}>
          <Icon name={list} />
          <span>{t(list)}</span>
          {list === 'alerts' && alerts !== undefined && alerts > 0 && <span className="count">{number(alerts)}</span>}
        </a>
      ))}
    </nav>
  );
}
