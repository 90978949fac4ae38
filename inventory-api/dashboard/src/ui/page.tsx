import { useEffect, useRef, type ReactNode } from 'react';

let shownBefore = false;

/** The head of a view. It takes the focus when the view comes, but not when the page is loaded. */
export function PageHead(props: { title: string; above?: ReactNode; below?: ReactNode; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shownBefore) {
      scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    shownBefore = true;
  }, []);
  useEffect(() => {
    document.title = `${props.title} · Kucun`;
  }, [props.title]);
  return (
    <header className="page-head">
      <div>
        {props.above}
        <h1 ref={heading} tabIndex={-1}>
          {props.title}
        </h1>
        {props.below}
      </div>
      {props.children && <div className="actions">{props.children}</div>}
    </header>
  );
}

export function Card(props: { title?: string; actions?: ReactNode; children: ReactNode; className?: string }) {
  return (
    <section className={`card ${props.className ?? ''}`}>
      {props.title !== undefined && (
        <header>
          <h2>{props.title}</h2>
          {props.actions}
        </header>
      )}
      {props.children}
    </section>
  );
}

/** A number and what it counts. */
export function Figure(props: { label: string; children: ReactNode; kind?: 'warning' | 'fault' | undefined }) {
  return (
    <div className={`figure ${props.kind ?? ''}`}>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

export function Badge(props: { kind: 'neutral' | 'info' | 'good' | 'warning' | 'fault'; children: ReactNode }) {
  return <span className={`badge ${props.kind}`}>{props.children}</span>;
}
