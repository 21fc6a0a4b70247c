import { orderPicturesDto } from '@/lib/orders/answers';
import { listPictures } from '@/lib/orders/pictures';
import { orderParams } from '@/lib/orders/schemas';
import { defineRoute } from '@/lib/web/define-route';

export const GET = defineRoute(
  {
    operation: 'listOrderPictures',
    summary: 'The pictures of an order that its bon à couper may show',
    access: 'staff',
    params: orderParams,
    response: orderPicturesDto,
  },
  ({ db, actor, params }) => listPictures(db, actor, params.id),
);
