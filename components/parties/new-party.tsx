'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { PartyForm, type PartyPeople } from './party-form';
import { usePartyWords } from './use-party-words';

/** Opens a party: the one primary gesture of their list. */
export function NewParty(people: PartyPeople) {
  const { t } = usePartyWords();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="primary" onPress={() => setOpen(true)}>
        <Icon of={Plus} size={16} />
        {t('new')}
      </Button>
      {open && <PartyForm couturiers={people.couturiers} viewerId={people.viewerId} onClose={() => setOpen(false)} />}
    </>
  );
}
