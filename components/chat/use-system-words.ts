import { useLocale, useTranslations } from 'next-intl';
import type { MessageDto } from '@/lib/chat/schemas';
import { formatMoney } from '@/lib/i18n/format';
import { isBack } from '@/lib/orders/rules';
import { isStage } from '@/lib/house/stages';

/** A line of the order in the reader's words; what was kept before lines named their event says the text it was kept with. */
export function useSystemWords(): (message: Pick<MessageDto, 'system' | 'content'>) => string {
  const t = useTranslations('chat.system');
  const stages = useTranslations('stages');
  const locale = useLocale();
  return ({ system, content }) => {
    const { event, name = '', from = '', to = '', amount } = system ?? {};
    const sum = amount ? formatMoney(locale, amount) : '';
    switch (event) {
      case 'held':
      case 'resumed':
      case 'changeApplied':
      case 'joined':
        return t(event);
      case 'transferred':
      case 'handedOver':
        return t(event, { from, to });
      case 'quoteSent':
        return t('quoteSent', { amount: sum });
      case 'quoteAccepted':
        return t('quoteAccepted', { name, amount: sum });
      case 'quoteDeclined':
      case 'changeRequested':
      case 'changeWithdrawn':
      case 'approvalSigned':
        return t(event, { name });
      case 'changeAnswered':
        return t(to === 'refuse' ? 'changeRefused' : to === 'counter' ? 'changeCountered' : 'changeAnswered', { name });
      default:
        if (!isStage(to)) return content;
        return t(isStage(from) && isBack(from, to) ? 'stageBack' : 'stage', { stage: stages(`stage.${to}`) });
    }
  };
}
