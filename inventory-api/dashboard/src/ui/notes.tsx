import type { ReactNode } from 'react';
import { Refused, Unreachable } from '../api/problem';
import { useText, type Text } from '../i18n/text';
import { Button } from './button';
import { Icon, type IconName } from './icon';

/** A remark in a frame: a fault is said at once, anything else when the reader has time. */
export function Note(props: { kind: 'info' | 'warning' | 'fault' | 'good'; children: ReactNode }) {
  return (
    <div className={`note ${props.kind}`} role={props.kind === 'fault' ? 'alert' : 'status'}>
      {props.children}
    </div>
  );
}

/** What went wrong, in the user's words: the service's own, if it has said any. */
export function errorText(error: unknown, { t }: Pick<Text, 't'>): string {
  if (error instanceof Unreachable) {
    return t('error.unreachable');
  }
  if (error instanceof Refused) {
    return error.problem.detail ?? error.problem.title ?? t('error.status', { status: error.problem.status });
  }
  return t('error.unknown');
}

export function ErrorNote({ error }: { error: unknown }) {
  const text = useText();
  return <Note kind="fault">{errorText(error, text)}</Note>;
}

/** Stands where something would be, and says why there is nothing. */
export function Placeholder(props: { icon: IconName; title: string; children?: ReactNode }) {
  return (
    <div className="placeholder">
      <Icon name={props.icon} />
      <p className="title">{props.title}</p>
      {props.children}
    </div>
  );
}

export function Loading({ rows = 4 }: { rows?: number }) {
  const { t } = useText();
  return (
    <div className="loading" role="status">
      <span className="hidden">{t('loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <span key={index} className="bone" aria-hidden="true" />
      ))}
    </div>
  );
}

interface Answer<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly fetchStatus: string;
  /** True while what is there answers the question before this one. */
  readonly isPlaceholderData?: boolean;
  refetch(): unknown;
}

/** What was read; or that it is being read, or why it cannot be. What was read before stays, with a remark. */
export function Shown<Data>({ of, rows, children }: { of: Answer<Data>; rows?: number; children: (data: Data) => ReactNode }) {
  const text = useText();
  const { data, error, fetchStatus, isPlaceholderData = false } = of;
  if (data !== undefined && !(isPlaceholderData && fetchStatus === 'paused')) {
    return (
      <div className={isPlaceholderData ? 'waning' : undefined} aria-busy={isPlaceholderData}>
        {error ? <Note kind="warning">{text.t('error.stale', { reason: errorText(error, text) })}</Note> : null}
        {children(data)}
      </div>
    );
  }
  if (error) {
    return (
      <Placeholder icon={error instanceof Unreachable ? 'offline' : 'alerts'} title={errorText(error, text)}>
        <Button onClick={() => of.refetch()}>{text.t('retry')}</Button>
      </Placeholder>
    );
  }
  return fetchStatus === 'paused' ? <Placeholder icon="offline" title={text.t('error.offline')} /> : <Loading {...(rows !== undefined && { rows })} />;
}
