import { OrderForm } from '@/components/order-form/order-form';
import { paths } from '@/lib/paths';
import { requireClient } from '@/lib/web/page-actor';
import { pageParams, pageTitle } from '@/lib/web/page-params';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const generateMetadata = pageTitle('orderForm', 'meta');

const one = (value: string | string[] | undefined): string => (typeof value === 'string' ? value : '');

/** The order form has a frame of its own: the thread of its steps and nothing that leads away. */
export default async function NewOrderPage({ params, searchParams }: Props) {
  const { locale } = await pageParams(params);
  const query = await searchParams;
  const brought = { model: one(query.model), colour: one(query.colour), couturierId: one(query.couturierId) };
  const search = new URLSearchParams(Object.entries(brought).filter(([, value]) => value !== '')).toString();
  await requireClient(locale, search ? `${paths.account.newOrder}?${search}` : paths.account.newOrder);
  return <OrderForm start={{ modelSlug: brought.model, colour: brought.colour, couturierId: brought.couturierId }} />;
}
