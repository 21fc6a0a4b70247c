'use client';

import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import * as v from 'valibot';
import { KeptMark } from '@/components/form/kept-mark';
import { Refusal } from '@/components/form/refusal';
import { useDraft } from '@/components/form/use-draft';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { ValueField } from '@/components/form/value-field';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useToast } from '@/components/ui/toast';
import { useCreateApproval } from '@/lib/http/orders';
import { newestApproval } from '@/lib/orders/rules';
import { WHOLE_PERCENT } from '@/lib/number-kinds';
import type { OrderDto } from '@/lib/orders/answers';
import { CuttingPicture } from '../cutting-picture';
import { useOrderWords } from '../use-order-words';
import { PictureField } from './picture-choice';
import { usePictureChoice } from './use-picture-choice';

const approvalDraft = v.object({
  fabric: v.string(),
  lining: v.string(),
  note: v.string(),
  picture: v.string(),
  callouts: v.array(v.object({ x: v.number(), y: v.number(), text: v.string() })),
});

const wish = (order: OrderDto, name: string) => (typeof order.options[name] === 'string' ? order.options[name] : '');

/** Draws the sheet up: cloth, marks on the sketch, a remark. Price, date and measurements are the order’s own. */
export function ApprovalForm({ order, onClose }: { order: OrderDto; onClose: () => void }) {
  const { t } = useOrderWords();
  const toast = useToast();
  const create = useCreateApproval(order.id);
  const last = newestApproval(order)?.sheet;
  const {
    value: draft,
    change,
    clear,
    kept,
  } = useDraft(`cutting:${order.id}:${order.cuttingApprovals.length + 1}`, approvalDraft, {
    fabric: last?.fabric ?? wish(order, 'fabric'),
    lining: last?.lining ?? wish(order, 'lining'),
    note: '',
    picture: '',
    callouts: last?.callouts ?? [],
  });
  const { fabric, lining, note, picture, callouts } = draft;
  const edit = (part: Partial<typeof draft>) => change((before) => ({ ...before, ...part }));
  const choice = usePictureChoice(order, picture, (id) => edit({ picture: id }));
  const shown = choice.chosen || undefined;
  const missing = shown === undefined && (choice.pictures?.length ?? 0) > 0;
  const [checked, setChecked] = useState(false);
  const giveUp = () => {
    clear();
    onClose();
  };
  const [chosen, setChosen] = useState(0);
  const set = (index: number, part: Partial<(typeof callouts)[number]>) =>
    edit({ callouts: callouts.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  const place = (index: number, axis: 'x' | 'y') => (value: number | undefined) => {
    if (value !== undefined && !Number.isNaN(value)) set(index, { [axis]: Math.min(100, Math.max(0, value)) / 100 });
  };
  const send = () => {
    setChecked(true);
    if (missing) return;
    create.mutate(
      {
        imageFileId: shown,
        fabric: fabric.trim() || undefined,
        lining: lining.trim() || undefined,
        note: note.trim() || undefined,
        callouts: (shown ? callouts : [])
          .filter(({ text }) => text.trim())
          .map((one) => ({ ...one, text: one.text.trim() })),
      },
      {
        onSuccess: () => {
          toast({ text: t('approval.created') });
          giveUp();
        },
      },
    );
  };
  return (
    <section>
      <h2 className="h1">{t('approval.version', { n: order.cuttingApprovals.length + 1 })}</h2>
      {!order.measurementSnapshot && <p className="small mt-2 text-ocre">{t('approval.warnMeasurements')}</p>}
      {!order.promisedDate && <p className="small mt-2 text-ocre">{t('approval.warnDate')}</p>}
      <div className="mt-5 grid gap-6 sm:grid-cols-[240px_1fr]">
        <CuttingPicture
          order={{ plate: undefined }}
          sheet={{ title: order.title, imageFileId: shown, callouts: shown ? callouts : [] }}
          className="aspect-[3/4]"
          onPlace={shown ? (x, y) => set(chosen, { x, y }) : undefined}
        />
        <div className="grid content-start gap-4">
          <PictureField choice={choice} missing={checked && missing} />
          <TextField label={t('approval.fabric')} value={fabric} onChange={(text) => edit({ fabric: text })} />
          <TextField label={t('approval.lining')} value={lining} onChange={(text) => edit({ lining: text })} />
          {shown && (
            <fieldset className="grid gap-3">
              <legend className="field-label">{t('approval.callouts')}</legend>
              <p className="field-help">{t('approval.calloutsHelp')}</p>
              {callouts.map((callout, index) => (
                <div key={index} className="grid grid-cols-[1fr_72px_72px_36px] items-end gap-2">
                  <TextField
                    label={t('approval.callout', { n: index + 1 })}
                    value={callout.text}
                    onChange={(text) => set(index, { text })}
                    onFocus={() => setChosen(index)}
                  />
                  <ValueField
                    label={t('approval.across')}
                    unit="%"
                    kind={WHOLE_PERCENT}
                    value={Math.round(callout.x * 100)}
                    onChange={place(index, 'x')}
                    onFocus={() => setChosen(index)}
                  />
                  <ValueField
                    label={t('approval.down')}
                    unit="%"
                    kind={WHOLE_PERCENT}
                    value={Math.round(callout.y * 100)}
                    onChange={place(index, 'y')}
                    onFocus={() => setChosen(index)}
                  />
                  <IconButton
                    size="small"
                    label={t('approval.removeCallout', { n: index + 1 })}
                    onPress={() => edit({ callouts: callouts.filter((_, at) => at !== index) })}
                  >
                    <Icon of={Trash2} size={16} />
                  </IconButton>
                </div>
              ))}
              {callouts.length < 12 && (
                <Button
                  variant="quiet"
                  size="small"
                  className="-ml-3.5 justify-self-start"
                  onPress={() => {
                    setChosen(callouts.length);
                    edit({ callouts: [...callouts, { x: 0.5, y: 0.5, text: '' }] });
                  }}
                >
                  <Icon of={Plus} size={16} />
                  {t('approval.addCallout')}
                </Button>
              )}
            </fieldset>
          )}
          <TextArea label={t('approval.noteField')} rows={2} value={note} onChange={(text) => edit({ note: text })} />
        </div>
      </div>
      <Refusal of={create.error} className="mt-3" />
      <div className="mt-5 flex flex-wrap items-center gap-3">
        <Button variant="primary" busy={create.isPending} onPress={send}>
          {t('approval.create')}
        </Button>
        <Button variant="quiet" onPress={giveUp}>
          {t('quote.cancel')}
        </Button>
        <KeptMark kept={kept} />
      </div>
    </section>
  );
}
