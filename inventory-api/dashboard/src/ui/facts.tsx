/** What is known of something, each by its name. */
export function Facts(props: { of: readonly (readonly [name: string, value: string])[]; broad?: boolean }) {
  return (
    <dl className={props.broad ? 'facts broad' : 'facts'}>
      {props.of.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
