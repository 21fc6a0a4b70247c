'use client';

import { Check, Redo2, Undo2, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useCallback, useEffect, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { MAX_CONTENT, type FileRefDto } from '@/lib/chat/schemas';
import { sendFile } from '@/lib/http/send-file';
import { fileUrl } from '../chat/attachments';
import { makePicture } from './make-picture';
import { SketchCanvas, type Tool } from './sketch-canvas';
import { SketchRemarks } from './sketch-remarks';
import { SketchTools } from './sketch-tools';
import { DYES, type NumberedMark, wordsOf } from './strokes';
import { useSketch } from './use-sketch';

const BLANK = { width: 1000, height: 1200 };
const LONGEST = 1600;

interface Props {
  /** First name of who receives it. */
  recipient: string;
  /** The picture to draw on. */
  photo?: FileRefDto;
  /** A croquis that may be drawn on instead of blank paper. */
  ground?: { src: string; name: string };
  onClose: () => void;
  onSend: (file: FileRefDto, words: string) => void;
}

function sizeOf(width: number | undefined, height: number | undefined): { width: number; height: number } {
  if (!width || !height) return BLANK;
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** Draws on a picture, a croquis or blank paper, with numbered remarks, and sends the result as a sketch. */
export function SketchPad({ recipient, photo, ground, onClose, onSend }: Props) {
  const t = useTranslations('chat');
  const [source, setSource] = useState<string | undefined>(photo ? fileUrl(photo.id, 1920) : ground?.src);
  const [size, setSize] = useState(() => sizeOf(photo?.width, photo?.height));
  const [image, setImage] = useState<HTMLImageElement | null>(null);
  const [tool, setTool] = useState<Tool>('pen');
  const [dye, setDye] = useState<string>(DYES[0]);
  const [width, setWidth] = useState(2.4);
  const [chosen, setChosen] = useState<number | null>(null);
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);
  const sketch = useSketch(`ff-sketch:${photo?.id ?? ground?.name ?? 'blank'}`);
  const { marks, change, adjust, undo, redo } = sketch;

  const onGround = useCallback((loaded: HTMLImageElement | null) => {
    setImage(loaded);
    if (loaded) setSize(sizeOf(loaded.naturalWidth, loaded.naturalHeight));
  }, []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
      if (event.target instanceof HTMLTextAreaElement) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [undo, redo]);

  const place = (x: number, y: number) => {
    const number = Math.max(0, ...marks.map((mark) => (mark.kind === 'mark' ? mark.number : 0))) + 1;
    const mark: NumberedMark = { kind: 'mark', number, x, y, words: '' };
    change((list) => [...list, mark]);
    setChosen(number);
  };
  const send = async () => {
    setSending(true);
    setFailed(false);
    try {
      const file = await makePicture(size, source ? image : null, marks, t('sketch.fileName'));
      const sent = await sendFile(file, () => undefined);
      sketch.forget();
      onSend(sent, wordsOf(marks).slice(0, MAX_CONTENT));
    } catch {
      setFailed(true);
      setSending(false);
    }
  };
  const empty = marks.length === 0;
  return (
    <ModalOverlay isOpen className="sketch-overlay" isKeyboardDismissDisabled>
      <Modal className="h-full w-full">
        <Dialog aria-label={t('sketch.title')} className="sketch-pad">
          <header className="sketch-head">
            <IconButton label={t('sketch.close')} onPress={onClose}>
              <Icon of={X} />
            </IconButton>
            <div className="invisible min-w-0 flex-1 md:visible">
              <p className="h3 truncate">{t(source ? 'sketch.onPicture' : 'sketch.onPaper')}</p>
              <p className="caption truncate">{photo?.name ?? ground?.name ?? t('sketch.blank')}</p>
            </div>
            {!empty && (
              <span className="small hidden items-center gap-2 text-ink2 md:inline-flex">
                <Icon of={Check} size={16} />
                {t('sketch.kept')}
              </span>
            )}
            <IconButton label={t('sketch.undo')} onPress={undo} isDisabled={!sketch.canUndo}>
              <Icon of={Undo2} />
            </IconButton>
            <IconButton label={t('sketch.redo')} onPress={redo} isDisabled={!sketch.canRedo}>
              <Icon of={Redo2} />
            </IconButton>
            <Button
              variant="primary"
              isDisabled={empty}
              busy={sending}
              busyLabel={t('sketch.sending')}
              onPress={() => void send()}
            >
              {t('sketch.sendTo', { name: recipient })}
            </Button>
          </header>
          {failed && (
            <p role="alert" className="offline-line">
              {t('sketch.failed')}
            </p>
          )}
          <div className="sketch-body">
            <SketchTools
              tool={tool}
              onTool={setTool}
              dye={dye}
              onDye={setDye}
              width={width}
              onWidth={setWidth}
              onPhoto={(file) => setSource(URL.createObjectURL(file))}
            />
            <div className="sketch-stage">
              <SketchCanvas
                size={size}
                ground={source}
                onGround={onGround}
                marks={marks}
                tool={tool}
                dye={dye}
                width={width}
                chosen={chosen}
                onStroke={(stroke) => change((list) => [...list, stroke])}
                onPlace={place}
                onMove={(number, x, y) => adjust(number, { x, y })}
                onChoose={setChosen}
              />
            </div>
            <SketchRemarks
              marks={marks}
              chosen={chosen}
              onChoose={setChosen}
              onWords={(number, words) => adjust(number, { words })}
              onRemove={(number) =>
                change((list) => list.filter((mark) => mark.kind !== 'mark' || mark.number !== number))
              }
              onAdd={() => place(size.width / 2, size.height / 2)}
            />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
