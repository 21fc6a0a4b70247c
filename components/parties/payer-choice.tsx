'use client';

import * as v from 'valibot';
import { SearchPicker } from '@/components/pickers/search-picker';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import type { ClientDto } from '@/lib/clients/dto';
import type { PartyDto, PayerChoice } from '@/lib/parties/schemas';
import { usePartyWords } from './use-party-words';

/** Who pays, as it is being chosen: `self`, the number of one who pays already, `file` or `name`. */
export const payerDraft = v.object({
  who: v.string(),
  file: v.nullable(v.object({ id: v.string(), label: v.string() })),
  name: v.string(),
});
export type PayerDraft = v.InferOutput<typeof payerDraft>;
export const SELF: PayerDraft = { who: 'self', file: null, name: '' };

/** What is sent of it; nothing while it is not said yet. */
export function payerOf({ who, file, name }: PayerDraft): PayerChoice | undefined {
  if (who === 'self') return {};
  if (who === 'file') return file ? { clientId: file.id } : undefined;
  if (who === 'name') return name.trim() ? { name: name.trim() } : undefined;
  return { n: Number(who) };
}

interface Props {
  party: PartyDto;
  value: PayerDraft;
  onChange: (value: PayerDraft) => void;
  checked: boolean;
}

/** Who pays for a person: themselves, one who pays already, another file, or a name. */
export function PayerFields({ party, value, onChange, checked }: Props) {
  const { t } = usePartyWords();
  const missing = checked && payerOf(value) === undefined ? t('member.payerMissing') : undefined;
  return (
    <>
      <Select
        label={t('member.payer')}
        options={[
          { id: 'self', label: t('member.self') },
          ...party.payers.map(({ n, name }) => ({ id: String(n), label: name })),
          { id: 'file', label: t('member.payerFile') },
          { id: 'name', label: t('member.other') },
        ]}
        value={value.who}
        onChange={(who) => onChange({ ...value, who })}
      />
      {value.who === 'file' && (
        <SearchPicker<ClientDto>
          resource="clients"
          labelOf={({ name }) => name}
          label={t('member.payerName')}
          openLabel={t('member.openList')}
          emptyLabel={t('member.nobody')}
          value={value.file}
          onChange={(file) => onChange({ ...value, file: file && { id: file.id, label: file.label } })}
          error={missing}
        />
      )}
      {value.who === 'name' && (
        <TextField
          label={t('member.payerName')}
          maxLength={120}
          value={value.name}
          onChange={(name) => onChange({ ...value, name })}
          error={missing}
        />
      )}
    </>
  );
}
