'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button } from '@/components/ui/button';
import { Conflict } from '@/components/ui/conflict';
import { FormErrors } from '@/components/ui/form-errors';
import { TextLink } from '@/components/ui/link-button';
import { useToast } from '@/components/ui/toast';
import { useRouter } from '@/lib/i18n/routing';
import { draftOf, type ModelDraft, newDraft } from '@/lib/models/draft';
import type { ModelDto, ModelStatus } from '@/lib/models/schemas';
import { paths } from '@/lib/paths';
import { ClothSection } from './cloth-section';
import type { EditorLists } from './lists';
import { MakingSection } from './making-section';
import { PictureSection } from './picture-section';
import { PublishPanel } from './publish-panel';
import { useModelForm } from './use-model-form';
import { WordsSection } from './words-section';

interface Props {
  /** The model to go on with; a new one without. */
  model: ModelDto | null;
  lists: EditorLists;
  /** Who begins a new one, and the house's currency. */
  couturierId: string;
  currency: string;
}

function Part({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section className="border-t border-ink pt-5">
      <h2 className="h1">{title}</h2>
      {help && <p className="small measure mt-1 text-ink2">{help}</p>}
      <div className="mt-5">{children}</div>
    </section>
  );
}

/** What the fields are called where a refusal names one away from its place. */
const LABELS: Record<
  string,
  | 'titleFr'
  | 'titleEn'
  | 'name'
  | 'descriptionFr'
  | 'descriptionEn'
  | 'category'
  | 'garment'
  | 'couturier'
  | 'price'
  | 'leadTime'
> = {
  'title.fr': 'titleFr',
  'title.en': 'titleEn',
  name: 'name',
  'description.fr': 'descriptionFr',
  'description.en': 'descriptionEn',
  category: 'category',
  garment: 'garment',
  couturierId: 'couturier',
  'priceFrom.amount': 'price',
  leadTimeDays: 'leadTime',
};

/** The words a difference is told with: the fields of a model, printed. */
const printed = (draft: ModelDraft): [key: string, value: string][] => [
  ['titleFr', draft.title.fr],
  ['titleEn', draft.title.en],
  ['name', draft.name],
  ['descriptionFr', draft.description.fr],
  ['descriptionEn', draft.description.en],
  ['category', draft.category],
  ['garment', draft.garment],
  ['price', String(draft.price ?? '')],
  ['leadTime', String(draft.leadTimeDays ?? '')],
  ['fabricList', draft.fabrics.map(({ label }) => label.fr).join(', ')],
  ['colourList', draft.colours.map(({ label }) => label.fr).join(', ')],
  ['pictureList', String(draft.images.length)],
  ['tagsFr', draft.tags.fr],
  ['tagsEn', draft.tags.en],
];

/** One model of the house, being written, published or archived. */
export function ModelEditor({ model, lists, couturierId, currency }: Props) {
  const t = useTranslations('models');
  const common = useTranslations('common');
  const router = useRouter();
  const toast = useToast();
  const form = useModelForm(model ? draftOf(model) : newDraft(couturierId, currency), model);
  const { refusal } = form;

  const save = async (status?: ModelStatus) => {
    const saved = await form.save(status);
    if (!saved) return;
    toast({ text: t(status ? `done.${status}` : 'done.saved') });
    if (model) router.refresh();
    else router.replace(paths.atelier.model(saved.id));
  };
  const points = Object.entries(refusal?.fields ?? {}).map(([field, message]) => {
    const label = LABELS[field];
    return { field, message: label ? t('point', { field: t(`fields.${label}`), message }) : message };
  });
  const mine = printed(form.draft);
  const theirs = refusal?.current && new Map(printed(draftOf(refusal.current)));

  return (
    <div className="px-(--margin) pt-8 pb-20 lg:pt-10">
      <p className="smaller">
        <TextLink href={paths.atelier.models}>{t('back')}</TextLink>
      </p>
      <h1 className="d2 mt-3">{form.draft.name || form.draft.title.fr || <em>{t('newTitle')}</em>}</h1>
      <div className="mt-10 grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_296px]">
        <form
          method="post"
          noValidate
          className="flex min-w-0 flex-col gap-14"
          onSubmit={(event) => event.preventDefault()}
        >
          {refusal && !theirs && points.length < 2 && <Refusal of={refusal.sentence} head />}
          <FormErrors title={common('formErrors', { count: points.length })} errors={points} />
          {theirs && (
            <Conflict
              title={refusal.sentence}
              theirsLabel={t('theirs')}
              mineLabel={t('mine')}
              rows={mine
                .filter(([key, value]) => theirs.get(key) !== value)
                .map(([key, value]) => ({ field: t(`fields.${key}` as never), theirs: theirs.get(key), mine: value }))}
              actions={
                <>
                  <Button variant="quiet" onPress={() => form.keepTheirs()}>
                    {t('keepTheirs')}
                  </Button>
                  <Button busy={form.busy} onPress={() => void form.keepMine()}>
                    {t('keepMine')}
                  </Button>
                </>
              }
            />
          )}
          <Part title={t('words')}>
            <WordsSection form={form} lists={lists} />
          </Part>
          <Part title={t('pictures')} help={t('picturesHelp')}>
            <PictureSection form={form} />
          </Part>
          <Part title={t('cloths')} help={t('clothsHelp')}>
            <ClothSection form={form} lists={lists} />
          </Part>
          <Part title={t('making')} help={t('makingHelp')}>
            <MakingSection form={form} />
          </Part>
        </form>
        <PublishPanel form={form} model={model} onSave={(status) => void save(status)} />
      </div>
    </div>
  );
}
