'use client';

import { Table2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Icon } from '@/components/ui/icon';
import type { ImportResultDto } from '@/lib/clients/schemas';

const ENCODINGS: Record<ImportResultDto['encoding'], string> = {
  'utf-8': 'UTF-8',
  'utf-16': 'UTF-16',
  'windows-1252': 'Windows 1252',
  macintosh: 'Mac OS Roman',
};

/** The programs whose tables are known by the names of their columns. */
const PROGRAMS = [
  ['Google Contacts', /^(?:E-mail|Phone) 1 - Value$/],
  ['Outlook', /^(?:Business Phone|Home Street|E-mail Address|Tél\. mobile|Adresse de messagerie)$/],
] as const;

/** Which file is read, and as what. */
export function ImportFile({ name, result, onOther }: { name: string; result: ImportResultDto; onOther: () => void }) {
  const t = useTranslations('clients.import');
  const { columns, rows, encoding } = result;
  const program = PROGRAMS.find(([, header]) => columns.some((one) => header.test(one.header)))?.[0];
  return (
    <div className="mt-6 flex flex-wrap items-center gap-x-4 gap-y-2 border-y border-hair py-4">
      <p className="small flex min-w-0 flex-1 items-center gap-3">
        <Icon of={Table2} size={16} />
        <span className="min-w-0 break-words">
          {t.rich(program ? 'fileOf' : 'fileRead', {
            name: () => <strong className="break-all">{name}</strong>,
            program: program ?? '',
            encoding: ENCODINGS[encoding],
            rows: rows.length,
            columns: columns.length,
          })}
        </span>
      </p>
      <button type="button" className="link small" onClick={onOther}>
        {t('changeFile')}
      </button>
    </div>
  );
}
