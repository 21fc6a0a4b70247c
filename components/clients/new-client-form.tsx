'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { useCreateClient } from '@/lib/http/clients';
import { newKey } from '@/lib/http/new-key';
import { useRouter } from '@/lib/i18n/routing';
import { paths } from '@/lib/paths';
import { bodyOf, type ClientDraft, clientDraft, EMPTY_DRAFT, fieldOfPath } from './client-fields';
import { ClientFormFields } from './client-form-fields';
import { KnownFiles } from './known-files';

/** Opens a file; what was typed stays until it is saved. */
export function NewClientForm() {
  const t = useTranslations('clients');
  const common = useTranslations('common');
  const router = useRouter();
  const refusal = useRefusal();
  const create = useCreateClient();
  const { value: draft, change, clear, kept } = useDraft('client', clientDraft, EMPTY_DRAFT);
  const [errors, setErrors] = useState<Partial<Record<keyof ClientDraft, string>>>({});
  const [text, setText] = useState('');
  const [key] = useState(newKey);

  const submit = () => {
    setErrors({});
    setText('');
    if (!draft.name.trim()) {
      setErrors({ name: t('nameNeeded') });
      document.getElementById('client-name')?.focus();
      return;
    }
    create.mutate(
      { body: bodyOf(draft, undefined), key },
      {
        onSuccess: (client) => {
          clear();
          router.push(paths.atelier.client(client.id));
        },
        onError: (error) => {
          const { fields, text: sentence } = refusal(error);
          setErrors(Object.fromEntries(Object.entries(fields).map(([path, message]) => [fieldOfPath(path), message])));
          setText(sentence);
        },
      },
    );
  };

  return (
    <form
      method="post"
      noValidate
      className="mt-8 max-w-160"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Refusal of={text} head className="mb-5" />
      <ClientFormFields
        draft={draft}
        errors={errors}
        known={<KnownFiles draft={draft} />}
        set={(field, value) => change((before) => ({ ...before, [field]: value }))}
      />
      <div className="mt-8 flex flex-wrap items-center justify-end gap-2">
        <KeptMark kept={kept} onAbandon={clear} className="mr-auto" />
        <LinkButton variant="quiet" href={paths.atelier.clients}>
          {common('cancel')}
        </LinkButton>
        <Button type="submit" variant="primary" busy={create.isPending}>
          {t('open')}
        </Button>
      </div>
    </form>
  );
}
