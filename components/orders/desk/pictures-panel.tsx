'use client';

import * as v from 'valibot';
import { Empty } from '@/components/ui/empty';
import { SectionHead } from '@/components/ui/section-head';
import type { OrderDto, OrderEventDto } from '@/lib/orders/answers';
import { CuttingPicture } from '../cutting-picture';
import { OrderFiles } from '../order-files';
import { useOrderWords } from '../use-order-words';
import type { FileRefDto } from '@/lib/files/schemas';
import { eventDetails } from '@/lib/orders/event-details';

const joined = v.fallback(v.pick(eventDetails, ['files', 'cameFrom']), {});

interface Props {
  order: OrderDto;
  events: readonly OrderEventDto[];
}

/** Everything drawn or photographed for the piece: the marked sketch, what was joined to the request, what came since. */
export function PicturesPanel({ order, events }: Props) {
  const { t, field, cameFrom } = useOrderWords();
  const sheet = order.cuttingApprovals.at(-1)?.sheet;
  const known = new Set(order.references.map(({ id }) => id));
  const since = new Map<string, FileRefDto>();
  const origins = new Map<string, string>();
  for (const event of events) {
    const { files = [], cameFrom: origin } = v.parse(joined, event.data);
    for (const file of files) {
      if (!known.has(file.id)) since.set(file.id, file);
      if (origin) origins.set(file.id, cameFrom(origin));
    }
  }
  if (!sheet && known.size === 0 && since.size === 0)
    return (
      <Empty drawing="frame" title={t('desk.noPictures')} level="h3">
        {t('desk.noPicturesHelp')}
      </Empty>
    );
  return (
    <div className="grid gap-12">
      {sheet && (
        <section>
          <SectionHead title={t('desk.sketch')} />
          <div className="mt-5 grid gap-6 sm:grid-cols-[260px_1fr]">
            <CuttingPicture order={order} sheet={sheet} className="aspect-[3/4]" />
            <ol className="small list-inside list-decimal text-ink2">
              {sheet.callouts.map((callout, index) => (
                <li key={index} className="border-b border-hair py-2.5">
                  {callout.text}
                </li>
              ))}
            </ol>
          </div>
        </section>
      )}
      {order.references.length > 0 && (
        <section>
          <SectionHead title={field('references')} />
          <div className="mt-5">
            <OrderFiles files={order.references} label={field('references')} />
          </div>
        </section>
      )}
      {since.size > 0 && (
        <section>
          <SectionHead title={t('desk.since')} />
          <div className="mt-5">
            <OrderFiles files={[...since.values()]} label={t('desk.since')} origins={origins} cool />
          </div>
        </section>
      )}
    </div>
  );
}
