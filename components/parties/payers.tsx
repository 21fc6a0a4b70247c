'use client';

import { Avatar } from '@/components/ui/avatar';
import { SectionHead } from '@/components/ui/section-head';
import { peopleOf } from '@/lib/parties/rules';
import type { PartyDto, PartyPayerDto } from '@/lib/parties/schemas';
import { usePartyWords } from './use-party-words';

/** Who pays, for whom, what is due of how much, and a deposit that has not come. */
export function Payers({ party }: { party: PartyDto }) {
  const { t, sums } = usePartyWords();
  const due = sums(party.sums, 'due');
  return (
    <section aria-labelledby="party-payers">
      <SectionHead
        id="party-payers"
        title={t('payers.title')}
        aside={due ? t('payers.toCome', { amount: due }) : undefined}
      />
      {party.payers.length === 0 && <p className="small py-5 text-ink2">{t('payers.empty')}</p>}
      <ul>
        {party.payers.map((one) => (
          <Payer key={one.n} payer={one} party={party} />
        ))}
      </ul>
    </section>
  );
}

function Payer({ payer, party }: { payer: PartyPayerDto; party: PartyDto }) {
  const { t, sums } = usePartyWords();
  const names = peopleOf(party)
    .filter((one) => one.payer === payer.n)
    .map((one) => (one.clientId === payer.clientId ? t('payers.self') : one.name));
  const deposit = sums(payer.sums, 'deposit');
  return (
    <li className="flex items-start gap-3.5 border-b border-hair py-3.5">
      <Avatar name={payer.name} size={36} />
      <div className="min-w-0 flex-1">
        <p className="strong wrap-anywhere">{payer.name}</p>
        <p className="small wrap-anywhere text-ink2">{names.join(', ')}</p>
      </div>
      <div className="figures text-right">
        {payer.sums.length === 0 ? (
          <p className="small text-ink3">{t('payers.noPrice')}</p>
        ) : (
          <>
            <p className="strong">{sums(payer.sums, 'due')}</p>
            <p className="small text-ink2">{t('payers.of', { total: sums(payer.sums, 'total') })}</p>
            {deposit && <p className="small text-ocre">{t('payers.deposit', { amount: deposit })}</p>}
          </>
        )}
      </div>
    </li>
  );
}
