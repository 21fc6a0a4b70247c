'use client';

import { CircleDot, Eraser, Lasso, type LucideIcon, Redo2, Type, Undo2, X, ZoomIn } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Refusal } from '@/components/form/refusal';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Modal } from '@/components/ui/modal';
import type { Remark } from '@/lib/chat/rules';
import type { FileRefDto } from '@/lib/files/schemas';
import { formatDay } from '@/lib/i18n/format';
import { MarkRemarks } from './mark-remarks';
import { SketchCanvas, type Tool } from './sketch-canvas';
import { SketchZoom } from './sketch-zoom';
import { besideOf, DYES } from './strokes';
import { usePad } from './use-pad';

const TOOLS = [
  { id: 'circle', icon: Lasso, draws: 'pen' },
  { id: 'point', icon: CircleDot, draws: 'mark' },
  { id: 'words', icon: Type, draws: 'words' },
  { id: 'rubber', icon: Eraser, draws: 'eraser' },
  { id: 'loupe', icon: ZoomIn, draws: 'loupe' },
] as const satisfies readonly { id: string; icon: LucideIcon; draws: Tool | 'loupe' }[];
type MarkTool = (typeof TOOLS)[number];

/** One colour that shows on any photo, as wide as a finger draws it, however large the photo is. */
const inkFor = ({ width = 0, height = 0 }: FileRefDto) => ({
  dye: DYES[1],
  width: Math.max(2.4, Math.min(1600, Math.max(width, height)) / 150),
});

interface Props {
  /** First name of who receives it. */
  recipient: string;
  photo: FileRefDto;
  /** When the photo was sent; left out for one that was just joined. */
  sentAt?: string;
  onClose: () => void;
  onSend: (file: FileRefDto, remarks: Remark[]) => void;
}

/** Marks a photo: what is circled or pointed at gets a number, and each number waits for a few words. */
export function MarkPad({ recipient, photo, sentAt, onClose, onSend }: Props) {
  const t = useTranslations('chat.sketch');
  const m = useTranslations('chat.sketch.marking');
  const locale = useLocale();
  const [tool, setTool] = useState<MarkTool>(TOOLS[0]);
  const pad = usePad({ photo, draft: `mark:${photo.id}`, ink: inkFor(photo) });
  const { sheet } = pad;
  return (
    <Modal
      open
      dismissable="never"
      label={m('title')}
      kind="marking"
      classes={{ cover: 'sketch-overlay', box: 'h-full w-full', dialog: 'sketch-pad' }}
    >
      <header className="sketch-head">
        <IconButton label={m('close')} onPress={onClose}>
          <Icon of={X} />
        </IconButton>
        <div className="min-w-0 flex-1">
          <p className="strong truncate text-base leading-6">{m('title')}</p>
          <p className="small truncate leading-5 text-ink2">
            {sentAt ? m('photoOf', { day: formatDay(locale, sentAt) }) : photo.name}
          </p>
        </div>
        <IconButton label={t('undo')} onPress={pad.undo} isDisabled={!pad.canUndo}>
          <Icon of={Undo2} />
        </IconButton>
        <IconButton label={t('redo')} className="max-md:hidden" onPress={pad.redo} isDisabled={!pad.canRedo}>
          <Icon of={Redo2} />
        </IconButton>
        <SketchZoom zoom={pad.zoom} />
        <Button
          variant="primary"
          isDisabled={pad.empty}
          busy={pad.sending}
          busyLabel={t('sending')}
          onPress={() => void pad.send(m('fileName'), onSend)}
        >
          {t('send')}
        </Button>
      </header>
      <Refusal of={pad.failed ? m('failed') : null} line />
      <div className="sketch-body">
        <div className="marking-tools" role="toolbar" aria-label={t('tools')}>
          {TOOLS.map((one) => (
            <button
              key={one.id}
              type="button"
              className="marking-tool"
              aria-pressed={tool.id === one.id}
              onClick={() => setTool(one)}
            >
              <Icon of={one.icon} />
              {m(`tool.${one.id}`)}
            </button>
          ))}
        </div>
        <div className="sketch-room">
          <div ref={pad.zoom.stage} className="sketch-stage">
            <SketchCanvas
              {...sheet}
              tool={tool.draws}
              onStroke={(stroke) =>
                tool.id === 'circle'
                  ? pad.place(...besideOf(stroke.points, sheet.size), stroke)
                  : sheet.onStroke(stroke)
              }
            />
          </div>
        </div>
        <aside className="sketch-side" aria-label={m('remarks')}>
          <MarkRemarks
            pad={pad}
            recipient={recipient}
            onWrite={tool.id === 'words' ? () => pad.write(...pad.middle()) : undefined}
          />
        </aside>
      </div>
    </Modal>
  );
}
