import { Icon } from './icon';

/** The way back to the list that something stands in. */
export function Back(props: { to: string; children: string }) {
  return (
    <a className="above" href={props.to}>
      <Icon name="back" />
      {props.children}
    </a>
  );
}
