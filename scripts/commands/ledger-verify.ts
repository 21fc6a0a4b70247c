import { parseArgs } from 'node:util';
import type { LedgerCopy } from '../../lib/ledger/copy';
import type { InvoiceTold } from '../../lib/ledger/judge-invoices';
import { type PaperTold, type PaymentTold, verifyLedger } from '../../lib/ledger/verify-ledger';
import { type FileCopy, ledgerOfFile, ledgerOfHouse } from './ledger-copies';
import type { Call, Command } from './run-command';

/** More than this is one disaster, not so many flaws. */
const SHOWN = 100;

interface Copies {
  copy: LedgerCopy & { payments?: PaymentTold[]; invoices?: InvoiceTold[]; papers?: PaperTold[] } & Pick<
      FileCopy,
      'archive'
    >;
  earlier?: LedgerCopy;
}

async function copiesFor(call: Call): Promise<Copies> {
  const { values, positionals } = parseArgs({
    args: call.arguments,
    allowPositionals: true,
    options: { file: { type: 'string' }, against: { type: 'string' } },
  });
  const earlier = values.against === undefined ? {} : { earlier: await ledgerOfFile(values.against, call) };
  const file = values.file ?? positionals[0];
  const copy = file === undefined ? await ledgerOfHouse(call) : await ledgerOfFile(file, call);
  return { copy, ...earlier };
}

/**
 * `npm run ledger:verify`: whether the ledger is whole, from the house or from an export alone (`--file`), held against an earlier
 * export (`--against`). Exit code 0: whole; 1: something is wrong with it, said line by line; 2: it could not be looked at.
 */
const ledgerVerify: Command = {
  help: (t) => t('ledger.verifyHelp'),
  async run(call) {
    const { t } = call;
    let copies: Copies;
    try {
      copies = await copiesFor(call);
    } catch (error) {
      process.stderr.write(`\n  ${error instanceof Error ? error.message : String(error)}\n\n`);
      return 2;
    }
    const { copy, earlier } = copies;
    const { payments, invoices, papers } = copy;
    const findings = verifyLedger(copy, { earlier, payments, invoices, papers });
    const entries = copy.entries.length;
    const { archive } = copy;
    if (archive) {
      const { isSound, fingerprint: key } = archive;
      process.stdout.write(`\n  ${t(isSound ? 'ledger.archiveSigned' : 'ledger.archiveBroken', { key })}\n`);
    }
    if (findings.length === 0 && archive?.isSound !== false) {
      process.stdout.write(`\n  ${t('ledger.whole', { entries })}\n\n`);
      return 0;
    }
    const lines = findings.slice(0, SHOWN).map(({ flaw, at }) => `  ! ${t(`ledger.flaws.${flaw}`, { at })}`);
    process.stdout.write(`\n${lines.join('\n')}\n\n  ${t('ledger.flawed', { flaws: findings.length, entries })}\n\n`);
    return 1;
  },
};
export default ledgerVerify;
