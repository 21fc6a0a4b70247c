'use client';

import { FileUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Needle } from '@/components/ui/needle';
import { ChoiceCard, RadioGroup } from '@/components/ui/radio';
import { type ImportDecisions, useImportClients } from '@/lib/http/clients';
import { paths } from '@/lib/paths';
import { ImportColumns } from './import-columns';
import { ImportQuestions } from './import-questions';
import { ImportRows } from './import-rows';

const UNDECIDED: ImportDecisions = { duplicates: 'skip', columns: [], same: [], apart: [] };

/** A table of people: chosen, read over row by row while nothing is written, then imported. */
export function ImportClients() {
  const t = useTranslations('clients.import');
  const picker = useRef<HTMLInputElement>(null);
  const rehearsal = useImportClients();
  const real = useImportClients();
  const [file, setFile] = useState<File>();
  const [decisions, setDecisions] = useState(UNDECIDED);
  const [over, setOver] = useState(false);

  const rehearse = (chosen: File, next: ImportDecisions) => {
    setDecisions(next);
    rehearsal.mutate({ ...next, file: chosen, dryRun: true });
  };
  const read = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    real.reset();
    rehearse(chosen, { ...UNDECIDED, duplicates: decisions.duplicates });
  };
  const decide = (change: Partial<ImportDecisions>) => file && rehearse(file, { ...decisions, ...change });
  const result = real.data ?? rehearsal.data;
  const error = real.error ?? rehearsal.error;
  const waiting = result?.dryRun ? result.counts.created + result.counts.updated : 0;
  const choose = () => picker.current?.click();

  return (
    <div className="mt-6 flex max-w-240 flex-col gap-8">
      <input
        ref={picker}
        type="file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label={t('file')}
        hidden
        onChange={(event) => {
          read(event.target.files?.[0]);
          // The same file, mended, can be chosen again.
          event.target.value = '';
        }}
      />
      {!real.data && (
        <div
          className={`bati-box flex flex-wrap items-center gap-x-6 gap-y-3 p-6 ${over ? 'bg-sunk' : ''}`}
          onDragOver={(event) => {
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            read(event.dataTransfer.files[0]);
          }}
        >
          <Button onPress={choose} variant={file ? 'secondary' : 'primary'}>
            <Icon of={FileUp} size={16} />
            {t(file ? 'other' : 'choose')}
          </Button>
          <span className="small break-all text-ink2">{file?.name ?? t('drop')}</span>
        </div>
      )}
      {rehearsal.isPending && (
        <p className="small flex items-center gap-3" role="status">
          <Needle width={46} busy />
          {t('reading', { name: file?.name ?? '' })}
        </p>
      )}
      <Refusal of={error} head />
      {result && (
        <>
          {result.dryRun && (
            <ImportColumns result={result} byHand={decisions.columns} onChange={(columns) => decide({ columns })} />
          )}
          {result.dryRun && (
            <ImportQuestions result={result} same={decisions.same} onChange={(same) => decide({ same })} />
          )}
          {result.dryRun && (
            <RadioGroup
              label={t('duplicates')}
              layout="cards"
              value={decisions.duplicates}
              onChange={(value) => decide({ duplicates: value === 'update' ? 'update' : 'skip' })}
            >
              <ChoiceCard value="skip" title={t('skip')}>
                {t('skipHelp')}
              </ChoiceCard>
              <ChoiceCard value="update" title={t('update')}>
                {t('updateHelp')}
              </ChoiceCard>
            </RadioGroup>
          )}
          <ImportRows result={result} apart={decisions.apart} onApart={(apart) => decide({ apart })} />
          <div className="flex flex-wrap gap-3">
            {result.dryRun ? (
              <Button
                variant="primary"
                busy={real.isPending}
                busyLabel={t('importing')}
                isDisabled={waiting === 0}
                onPress={() => file && real.mutate({ ...decisions, file, dryRun: false })}
              >
                {t('confirm', { count: waiting })}
              </Button>
            ) : (
              <>
                <LinkButton variant="primary" href={paths.atelier.clients}>
                  {t('toList')}
                </LinkButton>
                <Button onPress={choose}>{t('again')}</Button>
              </>
            )}
          </div>
        </>
      )}
    </div>
  );
}
