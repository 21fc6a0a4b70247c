'use client';

import { Copy, Ellipsis, ListTodo, PenLine, Reply } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { useCopy } from '@/components/ui/use-copy';
import { typo } from '@/lib/i18n/format';

interface Props {
  /** The words of the message; empty for a picture without any. */
  text: string;
  onReply: () => void;
  /** Draw on its picture; for those who may send sketches. */
  onSketch?: () => void;
  /** Make a task of it; for the atelier. */
  onTask?: () => void;
}

/** What one may do with a message. */
export function MessageMenu({ text, onReply, onSketch, onTask }: Props) {
  const t = useTranslations('chat');
  const tasks = useTranslations('tasks.remark');
  const copy = useCopy({ done: t('copied'), refused: t('copyFailed') });
  const items: MenuEntry[] = [
    { id: 'reply', label: t('reply'), icon: Reply, onAction: onReply },
    ...(text ? [{ id: 'copy', label: t('copy'), icon: Copy, onAction: () => copy(typo(text)) }] : []),
    ...(onSketch ? [{ id: 'sketch', label: t('drawOnIt'), icon: PenLine, onAction: onSketch }] : []),
    ...(onTask ? [{ id: 'task', label: tasks('offer'), icon: ListTodo, onAction: onTask }] : []),
  ];
  return (
    <Menu
      label={t('actions')}
      items={items}
      trigger={
        <IconButton size="small" label={t('actions')} className="message-menu">
          <Icon of={Ellipsis} size={16} />
        </IconButton>
      }
    />
  );
}
