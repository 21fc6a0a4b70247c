'use client';

import { Eye, EyeOff, GripVertical, Lock, LockOpen } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button as AriaButton, GridList, GridListItem, useDragAndDrop } from 'react-aria-components';
import { IconButton } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { Layer, Sketch } from './strokes';

const MOST = 8;

interface Props {
  sketch: Sketch;
  /** What one draws on, as the list calls it. */
  groundName: string;
  onChange: (make: (sketch: Sketch) => Sketch) => void;
}

/** The transparencies, the highest first: shown or not, locked or not, in the order they lie; remarks stay above, the ground below. */
export function SketchLayers({ sketch, groundName, onChange }: Props) {
  const t = useTranslations('chat.sketch');
  const layers = [...sketch.layers].reverse();
  const patch = (id: string, change: Partial<Layer>) =>
    onChange((now) => ({ ...now, layers: now.layers.map((one) => (one.id === id ? { ...one, ...change } : one)) }));
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) =>
      onChange((now) => {
        const order = [...now.layers].reverse();
        const moved = order.filter(({ id }) => keys.has(id));
        const rest = order.filter(({ id }) => !keys.has(id));
        const at = rest.findIndex(({ id }) => id === target.key);
        if (at < 0) return now;
        rest.splice(target.dropPosition === 'before' ? at : at + 1, 0, ...moved);
        return { ...now, layers: rest.reverse() };
      }),
  });
  const add = () =>
    onChange((now) => {
      const n = Math.max(...now.layers.map((one) => one.n)) + 1;
      const id = `layer-${n}`;
      return { ...now, layers: [...now.layers, { id, n }], active: id };
    });
  return (
    <section aria-label={t('layers')}>
      <div className="flex lg:mt-8 items-baseline justify-between border-b border-ink pb-2">
        <h2 className="h2">{t('layers')}</h2>
        <button type="button" className="link small" onClick={add} disabled={sketch.layers.length >= MOST}>
          {t('addLayer')}
        </button>
      </div>
      <div className="sketch-layer">
        <span className="sketch-grip" />
        <span className="min-w-0 flex-1 truncate">{t('marksLayer')}</span>
        <Seen
          name={t('marksLayer')}
          hidden={sketch.hiddenMarks}
          onChange={(hiddenMarks) => onChange((now) => ({ ...now, hiddenMarks }))}
        />
      </div>
      <GridList
        aria-label={t('layers')}
        items={layers}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[sketch.active]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : [...keys];
          if (id !== undefined) onChange((now) => ({ ...now, active: String(id) }));
        }}
        dragAndDropHooks={dragAndDropHooks}
      >
        {(layer) => {
          const name = t('layer', { n: layer.n });
          return (
            <GridListItem id={layer.id} textValue={name} className="sketch-layer" data-ring-inside="">
              <AriaButton slot="drag" className="sketch-grip" aria-label={t('moveLayer', { name })}>
                <Icon of={GripVertical} size={16} />
              </AriaButton>
              <span className="min-w-0 flex-1 truncate">{name}</span>
              <IconButton
                size="small"
                label={t(layer.locked ? 'unlock' : 'lock', { name })}
                onPress={() => patch(layer.id, { locked: !layer.locked })}
              >
                <Icon of={layer.locked ? Lock : LockOpen} size={16} className={layer.locked ? '' : 'text-ink3'} />
              </IconButton>
              <Seen name={name} hidden={layer.hidden} onChange={(hidden) => patch(layer.id, { hidden })} />
            </GridListItem>
          );
        }}
      </GridList>
      <div className="sketch-layer">
        <span className="sketch-grip" />
        <span className="min-w-0 flex-1 truncate">{groundName}</span>
        <span className="icon-button" data-size="small" title={t('groundLocked')}>
          <Icon of={Lock} size={16} />
          <span className="sr-only">{t('groundLocked')}</span>
        </span>
        <Seen
          name={groundName}
          hidden={sketch.hiddenGround}
          onChange={(hiddenGround) => onChange((now) => ({ ...now, hiddenGround }))}
        />
      </div>
    </section>
  );
}

function Seen({
  name,
  hidden = false,
  onChange,
}: {
  name: string;
  hidden?: boolean;
  onChange: (hidden: boolean) => void;
}) {
  const t = useTranslations('chat.sketch');
  return (
    <IconButton size="small" label={t(hidden ? 'show' : 'hide', { name })} onPress={() => onChange(!hidden)}>
      <Icon of={hidden ? EyeOff : Eye} size={16} className={hidden ? 'text-ink3' : ''} />
    </IconButton>
  );
}
