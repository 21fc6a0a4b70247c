import type { ReactNode } from 'react';

/** What is missing, drawn by one basted thread that ends in a needle. */
export type Drawing = 'hanger' | 'bubble' | 'tape' | 'heart' | 'wardrobe' | 'loupe' | 'sun' | 'tick' | 'frame' | 'page';

const PATHS: Record<Drawing, readonly string[]> = {
  hanger: ['M0 84H92L150 51L210 84H252', 'M150 51V42C150 36 161 34 161 25C161 14 139 14 140 26'],
  bubble: [
    'M0 84H100C108 82 116 77 119 70C60 62 78 14 150 14C222 14 232 70 158 72C142 72 132 71 126 70C120 78 112 83 104 84H252',
  ],
  tape: [
    'M0 84H160C196 84 212 66 205 43C197 8 124 4 110 36C99 64 128 78 152 70C182 62 178 32 152 32C132 32 128 52 144 56',
  ],
  heart: ['M0 84H150C136 68 100 54 100 32C100 10 136 8 150 34C164 8 200 10 200 32C200 54 164 68 150 84H252'],
  wardrobe: ['M0 84H98V14H202V84H252', 'M150 14V84', 'M142 46V56', 'M158 46V56'],
  loupe: ['M0 78H140C170 78 172 16 140 16C100 16 100 78 140 78'],
  sun: [
    'M0 84H106C106 24 194 24 194 84H252',
    'M150 20V28',
    'M106 38L112 44',
    'M194 38L188 44',
    'M86 66L94 69',
    'M214 66L206 69',
  ],
  tick: ['M0 66H96C106 66 110 72 116 80L134 98L192 40'],
  frame: ['M0 84H92V16H208V84H252', 'M92 84L128 48L148 68L172 44L208 84'],
  page: ['M0 84H108V12H172L192 32V84H252', 'M172 12V32H192', 'M124 50H176', 'M124 64H160'],
};

const NEEDLES: Partial<Record<Drawing, string>> = {
  loupe: 'translate(162 72) rotate(48)',
  tick: 'translate(190 42) rotate(-45)',
  tape: 'translate(252 80)',
};

/** The drawing alone, 300 × 104 (240 on a phone). */
function ThreadDrawing({ of }: { of: Drawing }) {
  return (
    <svg viewBox="0 0 300 104" className="h-auto w-60 overflow-visible md:w-75" aria-hidden="true">
      <g fill="none" stroke="var(--control)" strokeWidth="1.7" strokeDasharray="7 6">
        {PATHS[of].map((path) => (
          <path key={path} d={path} />
        ))}
        {of === 'tape' && <path d="M160 84H252" />}
      </g>
      <g transform={NEEDLES[of] ?? 'translate(252 80)'}>
        <path d="M.8 4C.8 1.6 5 1 10 1.5L46 4 10 6.5C5 7 .8 6.4 .8 4Z" fill="var(--ink)" />
        <path d="M4 4h7" stroke="var(--paper)" strokeWidth="1.6" strokeLinecap="round" />
      </g>
    </svg>
  );
}

interface Props {
  drawing: Drawing;
  /** A sentence with its state words in <em>. */
  title: ReactNode;
  /** One line that says what to do. */
  children?: ReactNode;
  /** One button or none. */
  action?: ReactNode;
  /** Level of the title on its page. */
  level?: 'h1' | 'h2' | 'h3';
}

/** Nothing here yet, said with the thread. */
export function Empty({ drawing, title, children, action, level: Title = 'h2' }: Props) {
  return (
    <div className="max-w-md py-4">
      <ThreadDrawing of={drawing} />
      <Title className="h1 mt-4">{title}</Title>
      {children && <p className="small mt-2 text-ink2">{children}</p>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}
