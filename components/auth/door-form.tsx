'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode, RefObject } from 'react';
import { Button } from '@/components/ui/button';
import { DoorNotice, DoorSummary } from './door-notice';
import type { DoorErrors } from './use-door';

interface Props {
  form: RefObject<HTMLFormElement | null>;
  errors: DoorErrors;
  busy: boolean;
  submit: () => Promise<void>;
  submitLabel: string;
  children: ReactNode;
  /** Below the button: the other way in. */
  foot?: ReactNode;
}

/** The form of a door: what was refused, the fields, the one primary button. */
export function DoorForm({ form, errors, busy, submit, submitLabel, children, foot }: Props) {
  const t = useTranslations('auth');
  const { form: whole, ...fields } = errors;
  const points = Object.entries(fields).flatMap(([field, message]) => (message ? [{ field, message }] : []));
  return (
    <form
      method="post"
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {whole && <DoorNotice words={whole} />}
      <DoorSummary
        errors={points}
        title={t('errors.summary', { count: String(points.length) })}
        kept={t('errors.kept')}
      />
      <div className="flex flex-col gap-6">{children}</div>
      <div className="mt-6 flex flex-col gap-3">
        <Button type="submit" variant="primary" size="large" wide busy={busy} busyLabel={t('sending')}>
          {submitLabel}
        </Button>
        {foot}
      </div>
    </form>
  );
}
