'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Conflict } from '@/components/ui/conflict';
import { Sheet } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { ClientDto } from '@/lib/clients/dto';
import { useEditClient } from '@/lib/http/clients';
import { currentOf } from '@/lib/http/refusal';
import { bodyOf, type ClientDraft, clientDraft, draftOf, fieldOfPath } from './client-fields';
import { ClientFormFields } from './client-form-fields';

interface Props {
  client: ClientDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** What is typed, and the version it is typed over. */
const typedOver = v.object({ version: v.pipe(v.number(), v.integer()), draft: clientDraft });

/** Edits a file at the version it was opened; somebody else's save is shown beside one's own, and nothing is lost. */
export function EditClientSheet({ client, open, onOpenChange }: Props) {
  const t = useTranslations('clients');
  const common = useTranslations('common');
  const words = useTranslations('states.conflict');
  const say = useToast();
  const refusal = useRefusal();
  const edit = useEditClient(client.id);
  const [base, setBase] = useState(client);
  const typed = useDraft(`client:${client.id}`, typedOver, { version: base.version, draft: draftOf(base) });
  const { draft, version: since } = typed.value;
  const [theirs, setTheirs] = useState<ClientDto>();
  const [errors, setErrors] = useState<Partial<Record<keyof ClientDraft, string>>>({});
  const [text, setText] = useState('');

  const save = (version: number) => {
    setErrors({});
    setText('');
    edit.mutate(
      { version, ...bodyOf(draft, null) },
      {
        onSuccess: () => {
          typed.clear();
          say({ text: t('saved') });
          onOpenChange(false);
        },
        onError: (error) => {
          const current = currentOf<ClientDto>(error);
          if (current) return setTheirs(current);
          const { fields, text: sentence } = refusal(error);
          setErrors(Object.fromEntries(Object.entries(fields).map(([path, message]) => [fieldOfPath(path), message])));
          setText(sentence);
        },
      },
    );
  };
  const other = theirs && draftOf(theirs);
  const differing = other && (Object.keys(draft) as (keyof ClientDraft)[]).filter((key) => draft[key] !== other[key]);

  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title={t('editTitle')}
      closeLabel={common('close')}
      foot={
        <div className="flex flex-wrap items-center justify-end gap-2">
          <KeptMark kept={typed.kept} className="mr-auto" />
          <Button
            variant="quiet"
            onPress={() => {
              typed.clear();
              onOpenChange(false);
            }}
          >
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={edit.isPending} onPress={() => save(since)} isDisabled={!!theirs}>
            {common('save')}
          </Button>
        </div>
      }
    >
      {theirs && other && differing && (
        <div className="mb-6">
          <Conflict
            title={t('conflictTitle')}
            theirsLabel={t('theirs')}
            mineLabel={t('mine')}
            rows={differing.map((key) => ({ field: t(`fields.${key}`), theirs: other[key], mine: draft[key] }))}
            actions={
              <>
                <Button
                  size="small"
                  onPress={() => {
                    setBase(theirs);
                    typed.clear();
                    setTheirs(undefined);
                  }}
                >
                  {words('keepTheirs')}
                </Button>
                <Button
                  size="small"
                  variant="primary"
                  onPress={() => {
                    setTheirs(undefined);
                    save(theirs.version);
                  }}
                >
                  {words('keepMine')}
                </Button>
              </>
            }
          />
        </div>
      )}
      <Refusal of={text} head className="mb-5" />
      <ClientFormFields
        draft={draft}
        errors={errors}
        set={(field, value) => typed.change((before) => ({ ...before, draft: { ...before.draft, [field]: value } }))}
      />
    </Sheet>
  );
}
