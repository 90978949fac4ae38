import { useText } from '../i18n/text';
import { Button } from './button';
import { Dialog } from './dialog';
import { ErrorNote } from './notes';

/** Asks before something that is not easily undone. */
export function Confirm(props: {
  title: string;
  about: string;
  action: string;
  keep?: string;
  danger?: boolean;
  busy: boolean;
  error: unknown;
  onConfirm: () => void;
  onClose: () => void;
}) {
  const { t } = useText();
  return (
    <Dialog title={props.title} onClose={props.onClose}>
      {props.error ? <ErrorNote error={props.error} /> : null}
      <p>{props.about}</p>
      <footer>
        <Button onClick={props.onClose}>{props.keep ?? t('cancel')}</Button>
        <Button kind={props.danger ? 'danger' : 'primary'} busy={props.busy} onClick={props.onConfirm}>
          {props.action}
        </Button>
      </footer>
    </Dialog>
  );
}
