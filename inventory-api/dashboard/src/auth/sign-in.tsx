import { useState } from 'react';
import { missing, type Config } from '../app/config';
import { LanguageSwitch, ThemeSwitch } from '../app/preferences';
import { Brand } from '../app/brand';
import { useText } from '../i18n/text';
import { Button } from '../ui/button';
import { Note } from '../ui/notes';
import { PageHead } from '../ui/page';
import type { Session, SessionState } from './session';

/** What somebody sees who is not signed in. */
export function SignIn(props: { session: Session; config: Config; state: SessionState & { status: 'out' } }) {
  const { t, language } = useText();
  const { session, config, state } = props;
  const [going, setGoing] = useState(false);
  const [failed, setFailed] = useState(false);
  const unset = missing(config);
  const signIn = () => {
    setGoing(true);
    setFailed(false);
    session.signIn(language.tag).catch(() => {
      setGoing(false);
      setFailed(true);
    });
  };
  return (
    <div className="alone">
      <main className="card welcome">
        <Brand />
        <PageHead title={t('sign-in.title')} below={<p className="muted">{t('sign-in.about')}</p>} />
        {state.why !== 'not-yet' && <Note kind={state.why === 'failed' ? 'fault' : 'info'}>{t(`sign-in.${state.why}`)}</Note>}
        {state.why === 'failed' && state.detail !== undefined && <p className="muted">{state.detail}</p>}
        {failed && <Note kind="fault">{t('sign-in.unreachable', { issuer: config.issuer })}</Note>}
        {unset.length > 0 ? (
          <Note kind="fault">{t('sign-in.unset', { names: unset.join(', ') })}</Note>
        ) : !isSecureContext ? (
          <Note kind="fault">{t('sign-in.insecure')}</Note>
        ) : (
          <Button kind="primary" busy={going} onClick={signIn}>
            {t('sign-in')}
          </Button>
        )}
        <div className="preferences">
          <LanguageSwitch />
          <ThemeSwitch />
        </div>
      </main>
    </div>
  );
}
