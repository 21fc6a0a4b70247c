'use client';

import { Check, Layers, Redo2, Undo2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { Refusal } from '@/components/form/refusal';
import { Icon } from '@/components/ui/icon';
import { Modal } from '@/components/ui/modal';
import type { Remark } from '@/lib/chat/rules';
import type { TaskSubject } from '../tasks/remark-task';
import { SketchCanvas, type Tool } from './sketch-canvas';
import { SketchLayers } from './sketch-layers';
import { type Said, SketchRemarks } from './sketch-remarks';
import { SketchTools } from './sketch-tools';
import { SketchZoom } from './sketch-zoom';
import { DYES } from './strokes';
import { usePad } from './use-pad';
import type { FileRefDto } from '@/lib/files/schemas';

interface Props {
  /** First name of who receives it. */
  recipient: string;
  /** The picture to draw on, and what was said with it. */
  photo?: FileRefDto;
  said?: Said;
  /** A croquis that may be drawn on instead of blank paper. */
  ground?: { src: string; name: string };
  /** What a task made of a remark serves. */
  subject: TaskSubject;
  onClose: () => void;
  onSend: (file: FileRefDto, remarks: Remark[]) => void;
}

/** Draws on a picture, a croquis or blank paper, in layers, with words and numbered remarks, and sends the result as a sketch. */
export function SketchPad({ recipient, photo, said, ground, subject, onClose, onSend }: Props) {
  const t = useTranslations('chat.sketch');
  const [tool, setTool] = useState<Tool>('pen');
  const [ink, setInk] = useState<{ dye: string; width: number; even?: boolean }>({ dye: DYES[0], width: 2.4 });
  const [side, setSide] = useState<'remarks' | 'layers'>('remarks');
  const pad = usePad({ photo, ground: ground?.src, draft: `sketch:${photo?.id ?? ground?.name ?? 'blank'}`, ink });
  const { sketch, empty, source } = pad;
  const active = sketch.layers.find(({ id }) => id === sketch.active);
  const place = (x: number, y: number) => {
    pad.place(x, y);
    setSide('remarks');
  };
  const groundName = photo ? t('photoLayer') : source ? (ground?.name ?? t('photoLayer')) : t('blank');
  return (
    <Modal
      open
      dismissable="never"
      label={t('title')}
      classes={{ cover: 'sketch-overlay', box: 'h-full w-full', dialog: 'sketch-pad' }}
    >
      <header className="sketch-head">
        <IconButton label={t('close')} onPress={onClose}>
          <Icon of={X} />
        </IconButton>
        <div className="invisible min-w-0 flex-1 md:visible">
          <p className="h3 truncate">{t(source ? 'onPicture' : 'onPaper')}</p>
          <p className="caption truncate">{photo?.name ?? ground?.name ?? t('blank')}</p>
        </div>
        {!empty && (
          <span className="small hidden items-center gap-2 text-ink2 md:inline-flex">
            <Icon of={Check} size={16} />
            {t('kept')}
          </span>
        )}
        <IconButton label={t('undo')} onPress={pad.undo} isDisabled={!pad.canUndo}>
          <Icon of={Undo2} />
        </IconButton>
        <IconButton label={t('redo')} onPress={pad.redo} isDisabled={!pad.canRedo}>
          <Icon of={Redo2} />
        </IconButton>
        <SketchZoom zoom={pad.zoom} />
        <IconButton
          label={t(side === 'layers' ? 'remarks' : 'layers')}
          className="lg:hidden"
          onPress={() => setSide(side === 'layers' ? 'remarks' : 'layers')}
        >
          <Icon of={Layers} />
        </IconButton>
        <Button
          variant="primary"
          isDisabled={empty}
          busy={pad.sending}
          busyLabel={t('sending')}
          onPress={() => void pad.send(t('fileName'), onSend)}
        >
          <span className="max-md:hidden">{t('sendTo', { name: recipient })}</span>
          <span className="md:hidden">{t('send')}</span>
        </Button>
      </header>
      <Refusal of={pad.failed ? t('failed') : null} line />
      <div className="sketch-body">
        <SketchTools
          tool={tool}
          onTool={setTool}
          ink={ink}
          onInk={(patch) => setInk((now) => ({ ...now, ...patch }))}
          onWrite={() => pad.write(...pad.middle())}
          onPhoto={(file) => pad.setSource(URL.createObjectURL(file))}
        />
        <div className="sketch-room">
          <div ref={pad.zoom.stage} className="sketch-stage">
            <SketchCanvas {...pad.sheet} tool={tool} onPlace={place} />
          </div>
          {(active?.locked || active?.hidden) && (
            <p className="sketch-note" role="status">
              {t(active.hidden ? 'activeHidden' : 'activeLocked', { name: t('layer', { n: active.n }) })}
            </p>
          )}
        </div>
        <aside className="sketch-side" data-side={side} aria-label={t('about')}>
          <SketchRemarks
            marks={sketch.marks}
            said={said}
            subject={subject}
            chosen={pad.chosen}
            full={pad.full}
            onChoose={pad.choose}
            onEdit={pad.edit}
            onRemove={pad.remove}
            onAdd={() => place(...pad.middle())}
          />
          <SketchLayers sketch={sketch} groundName={groundName} onChange={pad.adjust} />
        </aside>
      </div>
    </Modal>
  );
}
