import type { ReactNode } from 'react';

interface Props {
  title: ReactNode;
  lead: string;
  /** Under the lead, smaller: of when it is. */
  note?: ReactNode;
  sections: readonly { title: string; text: ReactNode }[];
}

/** A page of plain reading: a sentence, then titled paragraphs. */
export function TextPage({ title, lead, note, sections }: Props) {
  return (
    <div className="page py-12 lg:py-20">
      <h1 className="d2">{title}</h1>
      <p className="lead mt-6">{lead}</p>
      {note && <p className="small mt-4 text-ink2">{note}</p>}
      <div className="mt-14 flex max-w-3xl flex-col gap-10">
        {sections.map((section) => (
          <section key={section.title} className="border-t border-ink pt-4">
            <h2 className="h2">{section.title}</h2>
            <div className="measure mt-3 whitespace-pre-line text-ink2">{section.text}</div>
          </section>
        ))}
      </div>
    </div>
  );
}
