'use client';

import { Brush, CirclePlus, Eraser, ImageIcon, type LucideIcon, PenTool, Type } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { Button as AriaButton, Dialog, Popover } from 'react-aria-components';
import { Icon } from '@/components/ui/icon';
import { WithLayer } from '@/components/ui/layer';
import type { Tool } from './sketch-canvas';
import { StrokeCard, type StrokeCardProps, Trial } from './stroke-card';
import { DYE_NAMES, DYES } from './strokes';
import { acceptOf } from '@/lib/files/rules';

const TOOLS = [
  { id: 'pen', icon: PenTool, name: 'pen' },
  { id: 'wash', icon: Brush, name: 'wash' },
  { id: 'eraser', icon: Eraser, name: 'eraser' },
  { id: 'mark', icon: CirclePlus, name: 'placeMark' },
  { id: 'words', icon: Type, name: 'words' },
] as const satisfies readonly { id: Tool; icon: LucideIcon; name: string }[];

interface Props extends Omit<StrokeCardProps, 'tool'> {
  tool: Tool;
  onTool: (tool: Tool) => void;
  /** Another ground: a photo of the device. */
  onPhoto: (file: File) => void;
}

/** The strip of tools: what one draws with, in which dye, how wide, and on what. */
export function SketchTools({ tool, onTool, ink, onInk, onWrite, onPhoto }: Props) {
  const t = useTranslations('chat.sketch');
  const picker = useRef<HTMLInputElement>(null);
  const card = tool !== 'mark' && <StrokeCard tool={tool} ink={ink} onInk={onInk} onWrite={onWrite} />;
  return (
    <>
      <div className="sketch-strip">
        <div className="sketch-tools" role="toolbar" aria-label={t('tools')}>
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
            aria-label={t('photo')}
            title={t('photo')}
            onClick={() => picker.current?.click()}
          >
            <Icon of={ImageIcon} />
          </button>
          <input
            ref={picker}
            type="file"
            accept={acceptOf('picture')}
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
        <div className="sketch-dyes" role="group" aria-label={t('dyes')}>
          {DYES.map((one, index) => (
            <button
              key={one}
              type="button"
              className="sketch-dye"
              aria-pressed={ink.dye === one}
              aria-label={t(`dye.${DYE_NAMES[index] ?? 'ink'}`)}
              title={t(`dye.${DYE_NAMES[index] ?? 'ink'}`)}
              onClick={() => onInk({ dye: one })}
            >
              <span style={{ background: one }} />
            </button>
          ))}
          {tool !== 'mark' && (
            <WithLayer
              popup="dialog"
              trigger={
                <AriaButton className="sketch-trial" aria-label={t('stroke')}>
                  {tool === 'words' ? <Icon of={Type} /> : <Trial tool={tool} ink={ink} />}
                </AriaButton>
              }
            >
              {({ open, onOpenChange, triggerRef, id }) => (
                <Popover
                  isOpen={open}
                  onOpenChange={onOpenChange}
                  triggerRef={triggerRef}
                  className="popover sketch-stroke-popover"
                  placement="top end"
                  offset={8}
                >
                  <Dialog id={id} aria-label={t('stroke')} className="outline-none">
                    <div className="sketch-card">{card}</div>
                  </Dialog>
                </Popover>
              )}
            </WithLayer>
          )}
        </div>
      </div>
      {card && <div className="sketch-stroke sketch-card">{card}</div>}
    </>
  );
}
