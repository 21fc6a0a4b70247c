'use client';

import { Check, Layers, Minus, Plus, Redo2, Undo2, X } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from '@/components/ui/button';
import { Refusal } from '@/components/form/refusal';
import { Icon } from '@/components/ui/icon';
import { MAX_CONTENT } from '@/lib/chat/schemas';
import { sendFile } from '@/lib/http/send-file';
import { newKey } from '@/lib/http/new-key';
import { formatNumber } from '@/lib/i18n/format';
import { fileUrl } from '@/lib/files/rules';
import type { TaskSubject } from '../tasks/remark-task';
import { makePicture } from './make-picture';
import type { Size } from './on-sheet';
import { type Draft, SketchCanvas, type Tool } from './sketch-canvas';
import { SketchLayers } from './sketch-layers';
import { type Said, SketchRemarks } from './sketch-remarks';
import { SketchTools } from './sketch-tools';
import { DYES, isRemark, type Mark, type NumberedMark, type Sketch, wordsOf, wordsSize } from './strokes';
import { useSketch } from './use-sketch';
import { useZoom } from './use-zoom';
import type { FileRefDto } from '@/lib/files/schemas';

const BLANK = { width: 1000, height: 1200 };
const LONGEST = 1600;
const ZOOM_STEP = 1.25;

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
  onSend: (file: FileRefDto, words: string) => void;
}

function sizeOf(width: number | undefined, height: number | undefined): Size {
  if (!width || !height) return BLANK;
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

/** The same sketch with its marks changed. */
const withMarks =
  (make: (marks: Mark[]) => Mark[]) =>
  (sketch: Sketch): Sketch => ({ ...sketch, marks: make(sketch.marks) });

/** Draws on a picture, a croquis or blank paper, in layers, with words and numbered remarks, and sends the result as a sketch. */
export function SketchPad({ recipient, photo, said, ground, subject, onClose, onSend }: Props) {
  const t = useTranslations('chat.sketch');
  const locale = useLocale();
  const [source, setSource] = useState<string | undefined>(photo ? fileUrl(photo.id, 1920) : ground?.src);
  const [size, setSize] = useState<Size>(() => sizeOf(photo?.width, photo?.height));
  const [image, setImage] = useState<HTMLImageElement | null>(null);
  const [tool, setTool] = useState<Tool>('pen');
  const [ink, setInk] = useState<{ dye: string; width: number; even?: boolean }>({ dye: DYES[0], width: 2.4 });
  const [chosen, setChosen] = useState<number | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [side, setSide] = useState<'remarks' | 'layers'>('remarks');
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);
  const { sketch, change, adjust, undo, redo, forget, canUndo, canRedo } = useSketch(
    `sketch:${photo?.id ?? ground?.name ?? 'blank'}`,
  );
  const zoom = useZoom();
  const { marks } = sketch;
  const active = sketch.layers.find(({ id }) => id === sketch.active);

  const onGround = useCallback((loaded: HTMLImageElement | null) => {
    setImage(loaded);
    if (loaded) setSize(sizeOf(loaded.naturalWidth, loaded.naturalHeight));
  }, []);
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    // A field takes back its own typing.
    if (event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    if (event.shiftKey) redo();
    else undo();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  /** The middle of what is on screen, as a point of the picture. */
  const middle = (): [number, number] => {
    const stage = zoom.stage.current?.getBoundingClientRect();
    const sheet = zoom.stage.current?.firstElementChild?.getBoundingClientRect();
    if (!stage || !sheet) return [size.width / 2, size.height / 2];
    const share = (at: number, from: number, length: number) => Math.min(1, Math.max(0, (at - from) / length));
    return [
      share(stage.left + stage.width / 2, sheet.left, sheet.width) * size.width,
      share(stage.top + stage.height / 2, sheet.top, sheet.height) * size.height,
    ];
  };
  const place = (x: number, y: number) => {
    const number = Math.max(0, ...marks.filter(isRemark).map((mark) => mark.number)) + 1;
    change(withMarks((list) => [...list, { kind: 'mark', number, x, y, words: '' }]));
    setChosen(number);
    setSide('remarks');
  };
  const edit = (number: number, patch: Partial<NumberedMark>) =>
    adjust(
      withMarks((list) =>
        list.map((mark) => (isRemark(mark) && mark.number === number ? { ...mark, ...patch } : mark)),
      ),
    );
  const write = (x: number, y: number) =>
    setDraft({ layer: sketch.active, dye: ink.dye, size: wordsSize(ink.width), x, y, text: '' });
  const written = () => {
    setDraft(null);
    if (!draft) return;
    const { id = newKey(), text, ...rest } = draft;
    const words = text.trim();
    const before = marks.find((mark) => mark.kind === 'words' && mark.id === id);
    if (before?.kind === 'words' && before.text === words) return;
    if (!before && words === '') return;
    change(
      withMarks((list) => [
        ...list.filter((mark) => mark.kind !== 'words' || mark.id !== id),
        ...(words ? [{ kind: 'words' as const, id, ...rest, text: words }] : []),
      ]),
    );
  };
  const send = async () => {
    setSending(true);
    setFailed(false);
    try {
      const file = await makePicture(size, source ? image : null, sketch, t('fileName'));
      const sent = await sendFile(file, () => undefined);
      forget();
      onSend(sent, wordsOf(marks).slice(0, MAX_CONTENT));
    } catch {
      setFailed(true);
      setSending(false);
    }
  };
  const empty = marks.length === 0;
  const groundName = photo ? t('photoLayer') : source ? (ground?.name ?? t('photoLayer')) : t('blank');
  return (
    <ModalOverlay isOpen className="sketch-overlay" isKeyboardDismissDisabled>
      <Modal className="h-full w-full">
        <Dialog aria-label={t('title')} className="sketch-pad">
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
            <IconButton label={t('undo')} onPress={undo} isDisabled={!canUndo}>
              <Icon of={Undo2} />
            </IconButton>
            <IconButton label={t('redo')} onPress={redo} isDisabled={!canRedo}>
              <Icon of={Redo2} />
            </IconButton>
            <div className="sketch-zoom" role="group" aria-label={t('zoom')}>
              <IconButton
                label={t('zoomOut')}
                onPress={() => zoom.zoomTo(zoom.zoom / ZOOM_STEP)}
                isDisabled={!zoom.canZoomOut}
              >
                <Icon of={Minus} size={16} />
              </IconButton>
              <output className="small figures">
                {t('percent', { value: formatNumber(locale, Math.round(zoom.zoom * 100)) })}
              </output>
              <IconButton
                label={t('zoomIn')}
                onPress={() => zoom.zoomTo(zoom.zoom * ZOOM_STEP)}
                isDisabled={!zoom.canZoomIn}
              >
                <Icon of={Plus} size={16} />
              </IconButton>
            </div>
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
              busy={sending}
              busyLabel={t('sending')}
              onPress={() => void send()}
            >
              <span className="max-md:hidden">{t('sendTo', { name: recipient })}</span>
              <span className="md:hidden">{t('send')}</span>
            </Button>
          </header>
          <Refusal of={failed ? t('failed') : null} line />
          <div className="sketch-body">
            <SketchTools
              tool={tool}
              onTool={setTool}
              ink={ink}
              onInk={(patch) => setInk((now) => ({ ...now, ...patch }))}
              onWrite={() => write(...middle())}
              onPhoto={(file) => setSource(URL.createObjectURL(file))}
            />
            <div className="sketch-room">
              <div ref={zoom.stage} className="sketch-stage">
                <SketchCanvas
                  size={size}
                  ground={source}
                  onGround={onGround}
                  sketch={sketch}
                  tool={tool}
                  ink={ink}
                  chosen={chosen}
                  draft={draft}
                  zoom={zoom}
                  onStroke={(stroke) => change(withMarks((list) => [...list, stroke]))}
                  onPlace={place}
                  onMoveMark={(number, x, y) => edit(number, { x, y })}
                  onMoveWords={(id, x, y) =>
                    adjust(
                      withMarks((list) =>
                        list.map((mark) => (mark.kind === 'words' && mark.id === id ? { ...mark, x, y } : mark)),
                      ),
                    )
                  }
                  onChoose={setChosen}
                  onWrite={write}
                  onEdit={({ kind: _, ...words }) => setDraft(words)}
                  onDraft={(text) => setDraft((now) => now && { ...now, text })}
                  onWritten={written}
                />
              </div>
              {(active?.locked || active?.hidden) && (
                <p className="sketch-note" role="status">
                  {t(active.hidden ? 'activeHidden' : 'activeLocked', { name: t('layer', { n: active.n }) })}
                </p>
              )}
            </div>
            <aside className="sketch-side" data-side={side} aria-label={t('about')}>
              <SketchRemarks
                marks={marks}
                said={said}
                subject={subject}
                chosen={chosen}
                onChoose={setChosen}
                onEdit={edit}
                onRemove={(number) =>
                  change(withMarks((list) => list.filter((mark) => !isRemark(mark) || mark.number !== number)))
                }
                onAdd={() => place(...middle())}
              />
              <SketchLayers sketch={sketch} groundName={groundName} onChange={adjust} />
            </aside>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
