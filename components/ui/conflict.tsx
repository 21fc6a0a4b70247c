import type { ReactNode } from 'react';

export interface ConflictRow {
  field: string;
  theirs: ReactNode;
  mine: ReactNode;
}

interface Props {
  /** « Inès a modifié cette commande » */
  title: string;
  theirsLabel: string;
  mineLabel: string;
  rows: readonly ConflictRow[];
  /** Keep theirs, keep mine, compare. */
  actions: ReactNode;
}

/** Two people changed the same thing: both versions side by side, nothing is lost. */
export function Conflict({ title, theirsLabel, mineLabel, rows, actions }: Props) {
  return (
    <section role="alert" className="border-t-2 border-garance bg-sheet p-5">
      <h3 className="strong">{title}</h3>
      <table className="data-table mt-3" data-compact="">
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{title}</span>
            </th>
            <th scope="col">{theirsLabel}</th>
            <th scope="col">{mineLabel}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.field}>
              <td className="text-ink2">{row.field}</td>
              <td>{row.theirs}</td>
              <td>{row.mine}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="mt-4 flex flex-wrap gap-2">{actions}</div>
    </section>
  );
}
