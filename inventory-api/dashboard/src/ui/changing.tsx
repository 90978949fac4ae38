import { useEffect, useRef, useState } from 'react';

/** A text that is marked for a moment when it becomes another one. */
export function Changing({ children }: { children: string }) {
  const before = useRef(children);
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    if (before.current !== children) {
      before.current = children;
      setChanges((count) => count + 1);
    }
  }, [children]);
  // Another key is another element: the mark starts anew with each change.
  return (
    <span key={changes} className={changes > 0 ? 'changed' : undefined}>
      {children}
    </span>
  );
}
