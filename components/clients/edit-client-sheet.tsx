'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { useRefusal } from '@/components/form/use-refusal';
import { Button } from '@/components/ui/button';
import { Conflict } from '@/components/ui/conflict';
import { Sheet } from '@/components/ui/dialog';
import { useToast } from '@/components/ui/toast';
import type { ClientDto } from '@/lib/clients/dto';
import { useEditClient } from '@/lib/http/clients';
import { currentOf } from '@/lib/http/refusal';
import { bodyOf, type ClientDraft, draftOf, fieldOfPath } from './client-fields';
import { ClientFormFields } from './client-form-fields';

interface Props {
  client: ClientDto;
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Edits a file at the version it was opened; somebody else's save is shown beside one's own, and nothing is lost. */
export function EditClientSheet({ client, open, onOpenChange }: Props) {
  const t = useTranslations('clients');
  const common = useTranslations('common');
  const words = useTranslations('states.conflict');
  const say = useToast();
  const refusal = useRefusal();
  const edit = useEditClient(client.id);
  const [base, setBase] = useState(client);
  const [draft, setDraft] = useState(() => draftOf(client));
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
        <div className="flex justify-end gap-2">
          <Button variant="quiet" onPress={() => onOpenChange(false)}>
            {common('cancel')}
          </Button>
          <Button variant="primary" busy={edit.isPending} onPress={() => save(base.version)} isDisabled={!!theirs}>
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
                    setDraft(draftOf(theirs));
                    setTheirs(undefined);
                  }}
                >
                  {words('keepTheirs')}
                </Button>
                <Button
                  size="small"
                  variant="primary"
                  onPress={() => {
                    setBase(theirs);
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
        set={(field, value) => setDraft((before) => ({ ...before, [field]: value }))}
      />
    </Sheet>
  );
}
