'use client';

import { CircleQuestionMark, FileUp } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { LinkButton } from '@/components/ui/link-button';
import { Needle } from '@/components/ui/needle';
import { CSV_FIELDS, headerOf } from '@/lib/clients/csv-columns';
import type { ImportDto, ImportResultDto } from '@/lib/clients/schemas';
import { UNDO_DAYS } from '@/lib/clients/undo-rules';
import { type ImportDecisions, useImportClients, useUndoImport } from '@/lib/http/clients';
import { formatDate } from '@/lib/i18n/format';
import { wordsOf } from '@/lib/i18n/number-words';
import { paths } from '@/lib/paths';
import { ImportChanges } from './import-changes';
import { ImportColumns } from './import-columns';
import { ImportFile } from './import-file';
import { ImportLeft } from './import-left';
import { ImportQuestion } from './import-question';
import { ImportRows } from './import-rows';
import { ImportTotals } from './import-totals';
import { PastImports } from './past-imports';

const UNDECIDED: ImportDecisions = {
  duplicates: 'update',
  columns: [],
  same: [],
  apart: [],
  alone: [],
  leave: [],
  take: [],
};

/**
 * A table of people: chosen, read over cell by cell while nothing is written, each question asked, then imported; for thirty days it
 * can be taken back.
 */
export function ImportClients({ past }: { past: readonly ImportDto[] }) {
  const t = useTranslations('clients.import');
  const locale = useLocale();
  const em = (words: ReactNode) => <em>{words}</em>;
  const picker = useRef<HTMLInputElement>(null);
  const rehearsal = useImportClients();
  const real = useImportClients();
  const undo = useUndoImport();
  const [file, setFile] = useState<File>();
  const [decisions, setDecisions] = useState(UNDECIDED);
  /** The last reading: it stands while the next one is under way. */
  const [lastRead, setRehearsed] = useState<ImportResultDto>();
  const [asked, setAsked] = useState(0);
  const [over, setOver] = useState(false);

  const rehearse = (chosen: File, next: ImportDecisions) => {
    setDecisions(next);
    rehearsal.mutate({ ...next, file: chosen, dryRun: true }, { onSuccess: setRehearsed });
  };
  const read = (chosen: File | undefined) => {
    if (!chosen) return;
    setFile(chosen);
    setAsked(0);
    setRehearsed(undefined);
    real.reset();
    undo.reset();
    rehearse(chosen, UNDECIDED);
  };
  const decide = (change: Partial<ImportDecisions>) => file && rehearse(file, { ...decisions, ...change });
  const giveUp = () => {
    setFile(undefined);
    setRehearsed(undefined);
    rehearsal.reset();
    real.reset();
    undo.reset();
    setDecisions(UNDECIDED);
  };
  const rehearsed = real.data ? undefined : lastRead;
  const result = real.data ?? rehearsed;
  const undone = undo.data?.undone;
  const error = undo.error ?? real.error ?? rehearsal.error;
  const questions = rehearsed?.rows.filter(({ question }) => question) ?? [];
  const question = questions[Math.min(asked, questions.length - 1)];
  const next = questions[asked + 1];
  const waiting = rehearsed ? rehearsed.counts.created + rehearsed.counts.updated : 0;
  const choose = () => picker.current?.click();

  return (
    <>
      <h1 className="d2 mt-2">
        {rehearsed
          ? t.rich('rehearsed', {
              people: rehearsed.rows.length,
              count: questions.length,
              // Beyond a hundred, words are slower to read than figures.
              words: questions.length < 100 ? wordsOf(questions.length, locale) : String(questions.length),
              em,
            })
          : t.rich(undone ? 'undo.doneTitle' : real.data ? 'doneTitle' : 'title', { em })}
      </h1>
      <p className="lead measure mt-4 text-ink2">
        {undone
          ? t('undo.doneLead', { removed: undone.removed, restored: undone.restored })
          : t(real.data ? 'doneLead' : rehearsed ? 'rehearsedLead' : 'lead')}
      </p>
      {real.data?.undo && !undone && (
        <div className="mt-6 flex flex-wrap items-center gap-x-6 gap-y-3">
          <p className="small text-ink2">{t('undo.until', { day: formatDate(locale, real.data.undo.until) })}</p>
          <Button
            busy={undo.isPending}
            busyLabel={t('undo.busy')}
            onPress={() => real.data?.undo && undo.mutate(real.data.undo.id)}
          >
            {t('undo.undo')}
          </Button>
        </div>
      )}
      {undone && <ImportLeft undone={undone} />}
      {!result && (
        <p className="measure small mt-2 text-ink2">
          {t('known', { columns: CSV_FIELDS.map((field) => headerOf(field, locale)).join(', ') })}
        </p>
      )}
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
      {!result && (
        <div
          className={`bati-box mt-6 flex max-w-240 flex-wrap items-center gap-x-6 gap-y-3 p-6 ${over ? 'bg-sunk' : ''}`}
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
      {rehearsal.isPending && !rehearsed && (
        <p className="small mt-6 flex items-center gap-3" role="status">
          <Needle width={46} busy />
          {t('reading', { name: file?.name ?? '' })}
        </p>
      )}
      <Refusal of={error} head className="mt-6" />
      {rehearsed && file && (
        <>
          <ImportFile name={file.name} result={rehearsed} onOther={choose} />
          <div className="mt-10 grid grid-cols-[minmax(0,1fr)] items-start gap-x-14 gap-y-12 xl:grid-cols-[minmax(0,1fr)_268px]">
            <div className="flex min-w-0 flex-col gap-14">
              {question && (
                <div className="order-first md:order-1">
                  <ImportQuestion
                    key={question.row}
                    row={question}
                    at={Math.min(asked, questions.length - 1)}
                    of={questions.length}
                    decisions={decisions}
                    onChange={decide}
                    onBefore={asked > 0 ? () => setAsked(Math.min(asked, questions.length - 1) - 1) : undefined}
                  />
                </div>
              )}
              <ImportColumns
                result={rehearsed}
                byHand={decisions.columns}
                onChange={(columns) => {
                  // Other columns ask other questions.
                  setAsked(0);
                  decide({ ...UNDECIDED, columns });
                }}
              />
              <ImportChanges result={rehearsed} decisions={decisions} onChange={decide} />
            </div>
            <ImportTotals result={rehearsed} questions={questions.length} />
          </div>
        </>
      )}
      {!result && <PastImports initial={past} />}
      {result && !undone && (
        <div className="mt-14">
          <ImportRows result={result} apart={decisions.apart} onApart={(apart) => decide({ apart })} />
        </div>
      )}
      {rehearsed && (
        <div className="z-10 mt-10 md:sticky md:bottom-0 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-t border-ink bg-paper py-4">
          <p className="small flex min-w-0 items-center gap-2 text-ink2">
            {next?.question && (
              <span className="inline-flex text-ocre">
                <Icon of={CircleQuestionMark} size={16} />
              </span>
            )}
            {rehearsal.isPending
              ? t('reading', { name: file?.name ?? '' })
              : next?.question
                ? t('nextAbout', { name: next.name, other: next.question.client?.name ?? next.question.name ?? '' })
                : t('footKept', { days: UNDO_DAYS })}
          </p>
          <div className="flex flex-wrap gap-3">
            <Button variant="quiet" onPress={giveUp}>
              {t('giveUp')}
            </Button>
            {next ? (
              <>
                <Button onPress={() => setAsked(questions.length - 1)}>{t('restApart')}</Button>
                <Button variant="primary" onPress={() => setAsked(asked + 1)}>
                  {t('nextQuestion')}
                </Button>
              </>
            ) : (
              <Button
                variant="primary"
                busy={real.isPending}
                busyLabel={t('importing')}
                // What was decided since the last reading has not been read over.
                isDisabled={waiting === 0 || rehearsal.isPending || rehearsal.isError}
                onPress={() => file && real.mutate({ ...decisions, file, dryRun: false })}
              >
                {t('confirm', { count: waiting })}
              </Button>
            )}
          </div>
        </div>
      )}
      {real.data && (
        <div className="mt-8 flex flex-wrap gap-3">
          <LinkButton variant="primary" href={paths.atelier.clients}>
            {t('toList')}
          </LinkButton>
          <Button onPress={choose}>{t('again')}</Button>
        </div>
      )}
    </>
  );
}
