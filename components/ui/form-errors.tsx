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
  errors: readonly FormError[];
}

/** What is to be mended, each point a link to its field. */
export function ErrorPoints({ errors, className }: { errors: readonly FormError[]; className?: string }) {
  return (
    <ul className={`flex flex-col gap-1 ${className ?? ''}`}>
      {errors.map((error) => (
        <li key={`${error.field}:${error.message}`}>
          <a
            className="link"
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
  );
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
      <ErrorPoints errors={errors} className="small mt-2" />
    </div>
  );
}
