import { setPriority } from 'node:os';
import { renderToBuffer } from '@react-pdf/renderer';
import { CuttingPaper } from './cutting-paper';
import { measuringFigures } from './figure';
import { InvoicePaper } from './invoice-paper';
import { loadLettersFor } from './letters';
import type { PaperJob } from './paper-job';
import { QuotePaper } from './quote-paper';
import { ReceiptPaper } from './receipt-paper';
import { StatementPaper } from './statement-paper';
import { TicketPaper } from './ticket-paper';
import { WorkPaper } from './work-paper';

// On Linux a priority is a thread's own: where cores are few, who waits for a page goes first.
if (process.platform === 'linux') setPriority(10);

/** Bytes come over from the other thread as plain ones; the PDF library knows buffers only. */
function withBuffers<T>(props: T): T {
  const revived = (value: unknown): unknown =>
    value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value;
  return Object.fromEntries(
    Object.entries(props as object).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(revived) : revived(value),
    ]),
  ) as T;
}

async function paperOf(job: PaperJob) {
  switch (job.kind) {
    case 'quote':
      return <QuotePaper {...withBuffers(job.props)} />;
    case 'receipt':
      return <ReceiptPaper {...withBuffers(job.props)} />;
    case 'invoice':
      return <InvoicePaper {...withBuffers(job.props)} />;
    case 'statement':
      return <StatementPaper {...withBuffers(job.props)} />;
    case 'cutting':
      return <CuttingPaper {...withBuffers(job.props)} />;
    case 'ticket':
      return <TicketPaper {...withBuffers(job.props)} />;
    case 'work': {
      const figures = job.props.order.measurementSnapshot && (await measuringFigures());
      return <WorkPaper {...withBuffers(job.props)} figures={figures} />;
    }
  }
}

/** Prints one paper, in a thread of its own (print-paper.ts). */
export default async function printPaper(job: PaperJob): Promise<Uint8Array> {
  const paper = await paperOf(job);
  await loadLettersFor(paper.props);
  return renderToBuffer(paper);
}
