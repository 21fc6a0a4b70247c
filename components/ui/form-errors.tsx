'use client';

import { useEffect, useRef } from 'react';

export interface FormError {
  /** Id of the field the point leads to. */
  field: string;
  message: string;
}

interface Props {
  /** « Trois points à reprendre. Le reste est gardé. » */
  title: string;
  /** The list of one attempt, kept as it is until the next: a new list takes the focus. */
  errors: readonly FormError[];
}

/** Opens a form that has two errors or more: takes the focus, and each point leads to its field. */
export function FormErrors({ title, errors }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const shown = errors.length > 1;
  // A form that renders again while one types says the same points: the focus stays where one types.
  const said = errors.map(({ field, message }) => `${field} ${message}`).join('\n');
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, said]);
  if (!shown) return null;
  return (
    <div ref={box} role="alert" tabIndex={-1} className="form-errors">
      <p className="strong">{title}</p>
      <ul className="mt-2 flex flex-col gap-1">
        {errors.map((error) => (
          <li key={`${error.field}:${error.message}`}>
            <a
              className="link small"
              href={`#${error.field}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(error.field)?.focus();
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
