import { useConnectionState, useRealtime } from '@kucun/realtime/react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/text';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { useLive } from './live';
import { mayBeOld } from './status';

const PATIENCE_MS = 1_500;

/** How live the page is, always in sight; a change of it is said to screen readers. */
export function LiveBadge() {
  const { t } = useText();
  const { liveness } = useLive();
  return (
    <span className={`liveness ${liveness}`} data-state={liveness} role="status" aria-label={t('live')} title={t(`live.${liveness}.long`)}>
      <span className="dot" aria-hidden="true" />
      {t(`live.${liveness}`)}
    </span>
  );
}

/** Says that what is shown may be old, and what is done about it. A short pause is not worth a word. */
export function LiveBanner() {
  const { t } = useText();
  const { liveness } = useLive();
  const realtime = useRealtime();
  const state = useConnectionState();
  const old = mayBeOld(liveness);
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    setPatient(true);
    const timer = old ? setTimeout(() => setPatient(false), PATIENCE_MS) : undefined;
    return () => clearTimeout(timer);
  }, [old]);
  if (!old || patient) {
    return null;
  }
  return (
    <div className="note warning banner" role="status">
      <Icon name="offline" />
      <p>
        {t(`live.${liveness}.long`)}
        {state.error && liveness === 'closed' ? ` (${state.error.code})` : ''}
      </p>
      {(liveness === 'waiting' || liveness === 'closed') && <Button onClick={() => realtime.reconnect()}>{t('live.now')}</Button>}
    </div>
  );
}
