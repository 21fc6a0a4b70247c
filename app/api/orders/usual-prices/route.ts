import { usualPricesDto } from '@/lib/orders/answers';
import { usualPrices } from '@/lib/orders/usual-prices';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'getUsualPrices',
    summary: 'What the house usually asks, so that a price many times as high is asked about before it is sent',
    access: 'staff',
    response: usualPricesDto,
  },
  ({ db }) => usualPrices(db),
);
