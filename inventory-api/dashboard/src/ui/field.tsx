import { PLACE } from '../api/problem';
import { useId, type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes } from 'react';

interface Common {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly wide?: boolean;
}

function Frame(props: Common & { id: string; children: ReactNode }) {
  const { id, label, hint, error, wide, children } = props;
  return (
    <div className={`field${wide ? ' wide' : ''}`}>
      <label htmlFor={id}>{label}</label>
      {children}
      {hint !== undefined && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error !== undefined && (
        <div className="fault" id={`${id}-fault`}>
          {error.replace(PLACE, label)}
        </div>
      )}
    </div>
  );
}

function described(id: string, { hint, error }: Common) {
  const by = [error !== undefined && `${id}-fault`, hint !== undefined && `${id}-hint`].filter(Boolean).join(' ');
  return { 'aria-invalid': error !== undefined || undefined, 'aria-describedby': by || undefined };
}

/** An input with its label, its hint and what is wrong with it. */
export function TextField({ label, hint, error, wide, onText, ...rest }: Common & { onText: (text: string) => void } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const common: Common = { label, hint, error, ...(wide && { wide }) };
  return (
    <Frame {...common} id={id}>
      <input autoComplete="off" {...rest} id={id} {...described(id, common)} onChange={(event) => onText(event.target.value)} />
    </Frame>
  );
}

export function TextArea({ label, hint, error, wide, value, onText, rows = 3 }: Common & { value: string; rows?: number; onText: (text: string) => void }) {
  const id = useId();
  const common: Common = { label, hint, error, ...(wide && { wide }) };
  return (
    <Frame {...common} id={id}>
      <textarea id={id} rows={rows} value={value} {...described(id, common)} onChange={(event) => onText(event.target.value)} />
    </Frame>
  );
}

export function SelectField({ label, hint, error, wide, options, onText, ...rest }: Common & {
  options: readonly (readonly [value: string, name: string])[];
  onText: (text: string) => void;
} & SelectHTMLAttributes<HTMLSelectElement>) {
  const id = useId();
  const common: Common = { label, hint, error, ...(wide && { wide }) };
  return (
    <Frame {...common} id={id}>
      <select {...rest} id={id} {...described(id, common)} onChange={(event) => onText(event.target.value)}>
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function CheckField(props: { label: string; checked: boolean; onCheck: (checked: boolean) => void }) {
  return (
    <label className="check">
      <input type="checkbox" checked={props.checked} onChange={(event) => props.onCheck(event.target.checked)} />
      <span>{props.label}</span>
    </label>
  );
}
