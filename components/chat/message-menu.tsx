'use client';

import { Copy, Ellipsis, FolderInput, ListTodo, PenLine, Reply, SquarePen, Undo2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Menu, type MenuEntry } from '@/components/ui/menu';
import { useCopy } from '@/components/ui/use-copy';
import { REACTIONS, type Reaction } from '@/lib/chat/words';
import { typo } from '@/lib/i18n/format';
import { REACTION_ICONS } from './reactions';

interface Props {
  /** The words of the message; empty for a picture without any. */
  text: string;
  onReply: () => void;
  /** Draw on its picture, or mark it, in the words of whoever does. */
  onSketch?: () => void;
  sketchWords: string;
  /** Put its pictures with an order. */
  onForward?: () => void;
  /** Make a task of it; for the atelier. */
  onTask?: () => void;
  /** One's reaction as it stands. */
  reaction?: Reaction;
  onReact: (reaction: Reaction | null) => void;
  /** Say it in other words, or take it back: one's own, for a while. */
  onEdit?: () => void;
  onTakeBack?: () => void;
}

/** What one may do with a message. */
export function MessageMenu({
  text,
  onReply,
  onSketch,
  sketchWords,
  onForward,
  onTask,
  reaction,
  onReact,
  onEdit,
  onTakeBack,
}: Props) {
  const t = useTranslations('chat');
  const tasks = useTranslations('tasks.remark');
  const copy = useCopy({ done: t('copied'), refused: t('copyFailed') });
  const items: MenuEntry[] = [
    { id: 'reply', label: t('reply'), icon: Reply, onAction: onReply },
    ...(text ? [{ id: 'copy', label: t('copy'), icon: Copy, onAction: () => copy(typo(text)) }] : []),
    ...(onSketch ? [{ id: 'sketch', label: sketchWords, icon: PenLine, onAction: onSketch }] : []),
    ...(onForward ? [{ id: 'forward', label: t('forward.offer'), icon: FolderInput, onAction: onForward }] : []),
    ...(onTask ? [{ id: 'task', label: tasks('offer'), icon: ListTodo, onAction: onTask }] : []),
    ...(onEdit ? [{ id: 'edit', label: t('edit.offer'), icon: SquarePen, onAction: onEdit }] : []),
    ...(onTakeBack ? [{ id: 'takeBack', label: t('edit.takeBack'), icon: Undo2, onAction: onTakeBack }] : []),
  ];
  const signs = REACTIONS.map((one) => ({
    id: one,
    label: t(`reaction.${one}`),
    icon: REACTION_ICONS[one],
    chosen: one === reaction,
    onAction: () => onReact(one === reaction ? null : one),
  }));
  return (
    <Menu
      label={t('actions')}
      items={items}
      signs={{ label: t('reaction.title'), items: signs }}
      trigger={
        <IconButton size="small" label={t('actions')} className="message-menu">
          <Icon of={Ellipsis} size={16} />
        </IconButton>
      }
    />
  );
}
