'use client';

import { CalendarPlus, Camera, MessageCircle, Phone } from 'lucide-react';
import { Icon } from '@/components/ui/icon';
import { Link } from '@/lib/i18n/routing';
import type { OrderDto } from '@/lib/orders/answers';
import { paths } from '@/lib/paths';
import { useOrderWords } from '../use-order-words';

interface Props {
  order: OrderDto;
  /** The number on the client's file, as it is dialled. */
  phone?: string;
  onFitting: () => void;
  onPhoto?: () => void;
}

/** Everything that is done from an order forty times a day, one tap away: the person, an hour together, a picture. */
export function OrderReach({ order, phone, onFitting, onPhoto }: Props) {
  const { t } = useOrderWords();
  return (
    <div className="reach" role="group" aria-label={t('reach.label')}>
      {phone && (
        <a href={`tel:${phone}`}>
          <Icon of={Phone} />
          {t('reach.call')}
        </a>
      )}
      <Link href={{ pathname: paths.atelier.newConversation, query: { clientId: order.clientId } }}>
        <Icon of={MessageCircle} />
        {t('reach.message')}
      </Link>
      <button type="button" onClick={onFitting}>
        <Icon of={CalendarPlus} />
        {t('reach.fitting')}
      </button>
      {onPhoto && (
        <button type="button" onClick={onPhoto}>
          <Icon of={Camera} />
          {t('reach.photo')}
        </button>
      )}
    </div>
  );
}
