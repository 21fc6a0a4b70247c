'use client';

import { Brush, CirclePlus, Eraser, ImageIcon, type LucideIcon, PenTool } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Icon } from '@/components/ui/icon';
import type { Tool } from './sketch-canvas';
import { StrokeCard } from './stroke-card';
import { DYE_NAMES, DYES } from './strokes';

const TOOLS = [
  { id: 'pen', icon: PenTool, name: 'sketch.pen' },
  { id: 'wash', icon: Brush, name: 'sketch.wash' },
  { id: 'eraser', icon: Eraser, name: 'sketch.eraser' },
  { id: 'mark', icon: CirclePlus, name: 'sketch.placeMark' },
] as const satisfies readonly { id: Tool; icon: LucideIcon; name: string }[];

interface Props {
  tool: Tool;
  onTool: (tool: Tool) => void;
  dye: string;
  onDye: (dye: string) => void;
  width: number;
  onWidth: (width: number) => void;
  /** Another ground: a photo of the device. */
  onPhoto: (file: File) => void;
}

/** The strip of tools: what one draws with, in which dye, how wide, and on what. */
export function SketchTools({ tool, onTool, dye, onDye, width, onWidth, onPhoto }: Props) {
  const t = useTranslations('chat');
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <div className="sketch-tools" role="toolbar" aria-label={t('sketch.tools')}>
        {TOOLS.map((one) => (
          <button
            key={one.id}
            type="button"
            className="sketch-tool"
            aria-pressed={tool === one.id}
            aria-label={t(one.name)}
            title={t(one.name)}
            onClick={() => onTool(one.id)}
          >
            <Icon of={one.icon} />
          </button>
        ))}
        <button
          type="button"
          className="sketch-tool"
          aria-label={t('sketch.photo')}
          title={t('sketch.photo')}
          onClick={() => picker.current?.click()}
        >
          <Icon of={ImageIcon} />
        </button>
        <input
          ref={picker}
          type="file"
          accept="image/*"
          hidden
          tabIndex={-1}
          aria-hidden="true"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onPhoto(file);
            event.target.value = '';
          }}
        />
      </div>
      <div className="sketch-dyes" role="group" aria-label={t('sketch.dyes')}>
        {DYES.map((one, index) => (
          <button
            key={one}
            type="button"
            className="sketch-dye"
            aria-pressed={dye === one}
            aria-label={t(`sketch.dye.${DYE_NAMES[index] ?? 'ink'}`)}
            title={t(`sketch.dye.${DYE_NAMES[index] ?? 'ink'}`)}
            onClick={() => onDye(one)}
          >
            <span style={{ background: one }} />
          </button>
        ))}
        <label className="sketch-width">
          <span className="sr-only">{t('sketch.width')}</span>
          <input
            type="range"
            min={0.8}
            max={8}
            step={0.2}
            value={width}
            onChange={(event) => onWidth(Number(event.target.value))}
          />
        </label>
      </div>
      {tool !== 'mark' && <StrokeCard tool={tool} dye={dye} width={width} onWidth={onWidth} />}
    </>
  );
}
