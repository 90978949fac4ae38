import { useEffect, type RefObject } from 'react';

/** Leads to the first field with a fault, each time that there are new ones. */
export function useFaultFocus(form: RefObject<HTMLElement | null>, faults: unknown): void {
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form, faults]);
}
