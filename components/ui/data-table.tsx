import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { Icon } from './icon';

interface TableProps extends ComponentProps<'table'> {
  /** Says what the table holds; read, not shown. */
  caption: string;
  compact?: boolean;
  /** On a phone each row becomes an item of two lines: its first cell, and the others below. */
  fold?: boolean;
}

/** A table as a ledger: a head on ink, hair rules, no zebra. Wide ones scroll inside their own frame, by keyboard too. */
export function DataTable({ caption, compact, fold, children, ...props }: TableProps) {
  return (
    <div className="overflow-x-auto" tabIndex={0} role="group" aria-label={caption}>
      <table {...props} className="data-table" data-compact={compact || undefined} data-fold={fold || undefined}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

interface HeadProps {
  children: ReactNode;
  number?: boolean;
  /** Sorting in force on this column, if any. */
  sorted?: 'ascending' | 'descending';
  /** Makes the head a button that sorts. */
  onSort?: () => void;
}

export function HeadCell({ children, number, sorted, onSort }: HeadProps) {
  return (
    <th scope="col" data-number={number || undefined} aria-sort={sorted}>
      {onSort ? (
        <button type="button" onClick={onSort} className="inline-flex items-center gap-1">
          {children}
          {sorted && <Icon of={sorted === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
        </button>
      ) : (
        children
      )}
    </th>
  );
}

/** A number: right, tabular. */
export const NumberCell = ({ children }: { children: ReactNode }) => <td data-number="">{children}</td>;
