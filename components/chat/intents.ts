import { Images, Lightbulb, MessageSquare, PenLine, Scissors, Sparkles, type LucideIcon } from 'lucide-react';
import type { Intent } from '@/lib/chat/words';

/** The sign of each intent, always beside its word. */
export const INTENT_ICONS: Record<Intent, LucideIcon> = {
  message: MessageSquare,
  request: Sparkles,
  reference: Images,
  suggestion: Lightbulb,
  sketch: PenLine,
  progress: Scissors,
};
