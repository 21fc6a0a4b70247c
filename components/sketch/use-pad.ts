import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Remark } from '@/lib/chat/rules';
import { MAX_REMARKS } from '@/lib/chat/words';
import { fileUrl } from '@/lib/files/rules';
import type { FileRefDto } from '@/lib/files/schemas';
import { newKey } from '@/lib/http/new-key';
import { sendFile } from '@/lib/http/send-file';
import { makePicture } from './make-picture';
import type { Size } from './on-sheet';
import type { Draft } from './sketch-canvas';
import {
  isRemark,
  type Mark,
  type NumberedMark,
  remarksOf,
  type Sketch,
  type Stroke,
  type Words,
  withoutRemark,
  wordsSize,
} from './strokes';
import { useSketch } from './use-sketch';
import { useZoom } from './use-zoom';

const BLANK = { width: 1000, height: 1200 };
const LONGEST = 1600;

interface Given {
  /** The picture to draw on. */
  photo?: FileRefDto;
  /** Address of what may be drawn on instead. */
  ground?: string;
  /** The name the draft is kept under. */
  draft: string;
  ink: Pick<Stroke, 'dye' | 'width' | 'even'>;
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

/** Everything a pad does with its sheet, whichever tools it offers: lines, words, numbered remarks, undo, zoom, sending. */
export function usePad({ photo, ground, draft: draftName, ink }: Given) {
  const [source, setSource] = useState<string | undefined>(photo ? fileUrl(photo.id, 1920) : ground);
  const [size, setSize] = useState<Size>(() => sizeOf(photo?.width, photo?.height));
  const [image, setImage] = useState<HTMLImageElement | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);
  const history = useSketch(draftName);
  const { sketch, change, adjust, undo, redo, forget } = history;
  const zoom = useZoom();
  const { marks } = sketch;

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
  const remarks = marks.filter(isRemark);
  const full = remarks.length >= MAX_REMARKS;
  /** Puts the next number at a place, with the line that circles it. */
  const place = (x: number, y: number, around?: Stroke) => {
    const number = Math.max(0, ...remarks.map((mark) => mark.number)) + 1;
    const circle: Mark[] = around ? [{ ...around, ...(full ? {} : { remark: number }) }] : [];
    const mark: Mark[] = full ? [] : [{ kind: 'mark', number, x, y, words: '' }];
    if (circle.length + mark.length === 0) return;
    change(withMarks((list) => [...list, ...circle, ...mark]));
    if (!full) setChosen(number);
  };
  const edit = (number: number, patch: Partial<NumberedMark>) =>
    adjust(
      withMarks((list) =>
        list.map((mark) => (isRemark(mark) && mark.number === number ? { ...mark, ...patch } : mark)),
      ),
    );
  const remove = (number: number) => {
    change(withMarks((list) => withoutRemark(list, number)));
    setChosen(null);
  };
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
  /** Makes one picture of the sheet, sends it, and forgets the draft; what fails is kept. */
  const send = async (fileName: string, onSent: (file: FileRefDto, remarks: Remark[]) => void) => {
    setSending(true);
    setFailed(false);
    try {
      const file = await makePicture(size, source ? image : null, sketch, fileName);
      const sent = await sendFile(file, () => undefined);
      forget();
      onSent(sent, remarksOf(marks));
    } catch {
      setFailed(true);
      setSending(false);
    }
  };

  return {
    ...history,
    source,
    setSource,
    zoom,
    full,
    empty: marks.length === 0,
    sending,
    failed,
    chosen,
    choose: setChosen,
    middle,
    place,
    edit,
    remove,
    write,
    send,
    /** What the sheet is given; lines are simply drawn where the pad does nothing else with them. */
    sheet: {
      size,
      ground: source,
      onGround,
      sketch,
      ink,
      chosen,
      draft,
      zoom,
      onStroke: (stroke: Stroke) => change(withMarks((list) => [...list, stroke])),
      onPlace: (x: number, y: number) => place(x, y),
      onMoveMark: (number: number, x: number, y: number) => edit(number, { x, y }),
      onMoveWords: (id: string, x: number, y: number) =>
        adjust(
          withMarks((list) => list.map((mark) => (mark.kind === 'words' && mark.id === id ? { ...mark, x, y } : mark))),
        ),
      onChoose: setChosen,
      onWrite: write,
      onEdit: ({ kind: _, ...words }: Words) => setDraft(words),
      onDraft: (text: string) => setDraft((now) => now && { ...now, text }),
      onWritten: written,
    },
  };
}
export type Pad = ReturnType<typeof usePad>;
