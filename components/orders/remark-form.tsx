'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-field';
import { useAddRemark } from '@/lib/http/orders';
import type { OrderDto } from '@/lib/orders/schemas';
import { useProblemText } from './problem-text';
import { useOrderWords } from './use-order-words';

/** A remark in the thread, for both to read; after the delivery a client’s remark is a defect. */
export function RemarkForm({ order }: { order: Pick<OrderDto, 'id' | 'allowed'> }) {
  const { t } = useOrderWords();
  const problem = useProblemText();
  const add = useAddRemark(order.id);
  const [text, setText] = useState('');
  const defect = order.allowed.includes('reportDefect');
  if (!defect && !order.allowed.includes('remark')) return null;
  return (
    <form
      className="mb-8 grid max-w-[560px] gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim()) add.mutate({ text: text.trim() }, { onSuccess: () => setText('') });
      }}
    >
      <TextArea label={t(defect ? 'remark.defect' : 'remark.label')} rows={2} value={text} onChange={setText} />
      <Button type="submit" size="small" className="justify-self-start" busy={add.isPending} isDisabled={!text.trim()}>
        {t('remark.send')}
      </Button>
      {add.error && (
        <p role="alert" className="smaller text-garance">
          {problem(add.error)}
        </p>
      )}
    </form>
  );
}
