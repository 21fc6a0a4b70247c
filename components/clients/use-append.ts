'use client';

import type { z } from 'zod';
import type { ClientDto } from '@/lib/clients/dto';
import type { editClientInput } from '@/lib/clients/schemas';
import { useEditClient } from '@/lib/http/clients';
import { currentOf } from '@/lib/http/refusal';

type Change = Omit<z.input<typeof editClientInput>, 'version'>;

/**
 * Adds something to a file where it stands (a note, a tag). Adding takes nothing away from anybody: when somebody saved
 * in between, it is added to what they saved.
 */
export function useAppend(client: ClientDto) {
  const edit = useEditClient(client.id);
  const append = async (change: (file: ClientDto) => Change): Promise<void> => {
    try {
      await edit.mutateAsync({ version: client.version, ...change(client) });
    } catch (error) {
      const current = currentOf<ClientDto>(error);
      if (!current) throw error;
      await edit.mutateAsync({ version: current.version, ...change(current) });
    }
  };
  return { append, busy: edit.isPending };
}
