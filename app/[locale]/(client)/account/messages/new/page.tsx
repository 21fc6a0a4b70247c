import { getTranslations } from 'next-intl/server';
import { type Attached, NewConversation } from '@/components/chat/new-conversation';
import type { ClientActor, Locale } from '@/lib/actor';
import { listCouturiers } from '@/lib/auth/list-couturiers';
import { listConversations } from '@/lib/chat/list-conversations';
import { appDatabase, type Database } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { inLanguage } from '@/lib/i18n/bilingual';
import { formatMoney } from '@/lib/i18n/format';
import { findModel } from '@/lib/models/find-model';
import { findOrderFor } from '@/lib/orders/find-order';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

export const generateMetadata = pageTitle('chat', 'newConversation');

/** The order or the model one comes from; an address that names nothing of theirs attaches nothing. */
async function attachedOf(
  db: Database,
  actor: ClientActor,
  locale: Locale,
  query: { orderId?: string; modelId?: string },
): Promise<Attached | undefined> {
  try {
    if (query.orderId) {
      const order = await findOrderFor(db, actor, query.orderId);
      return {
        kind: 'order',
        id: order.id,
        title: order.title,
        note: order.number,
        couturierId: order.couturierId,
        picture: order.plate?.image?.id,
        hex: order.plate?.hex,
      };
    }
    if (!query.modelId) return undefined;
    const model = await findModel(db, actor, query.modelId);
    const t = await getTranslations({ locale, namespace: 'chat.new' });
    return {
      kind: 'model',
      id: model.id,
      title: model.name ?? inLanguage(model.title, locale),
      note: t('from', { price: formatMoney(locale, model.priceFrom, { round: true }) }),
      couturierId: model.couturierId,
      picture: model.images[0]?.id,
      hex: model.colours[0]?.hex,
    };
  } catch (error) {
    if (error instanceof AppError && error.status === 404) return undefined;
    throw error;
  }
}

/** Whom to write to, and the first words. */
export default async function NewConversationPage({ params, searchParams }: Props) {
  const [{ locale }, query] = await Promise.all([pageParams(params), searchParams]);
  const actor = await requireClient(locale, paths.account.newConversation);
  const db = appDatabase();
  const [couturiers, conversations, attached] = await Promise.all([
    listCouturiers(db),
    listConversations(db, actor, { filter: 'all', limit: 100 }),
    attachedOf(db, actor, locale, { orderId: one(query.orderId), modelId: one(query.modelId) }),
  ]);
  return (
    <NewConversation
      couturiers={couturiers}
      known={Object.fromEntries(conversations.items.map((item) => [item.couturierId, item.id]))}
      attached={attached}
      chosen={one(query.couturierId) ?? attached?.couturierId}
    />
  );
}
