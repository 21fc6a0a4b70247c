'use client';

import { useState } from 'react';
import { MoneyField, useSumWords } from '@/components/form/money-field';
import { NumberField } from '@/components/form/number-field';
import { useSure } from '@/components/form/use-sure';
import { Avatar } from '@/components/ui/avatar';
import { Checkbox, Switch } from '@/components/ui/checkbox';
import { ComboBox } from '@/components/ui/combo-box';
import { FormErrors } from '@/components/ui/form-errors';
import { NativeField, NativeSelect, NativeCheckbox } from '@/components/ui/native';
import { ChoiceCard, ChoiceChip, Radio, RadioGroup } from '@/components/ui/radio';
import { SectionHead } from '@/components/ui/section-head';
import { Select } from '@/components/ui/select';
import { TextArea, TextField } from '@/components/ui/text-field';
import { CENTIMETRES } from '@/lib/number-kinds';

const PEOPLE = ['Claire Morel', 'Inès Haddad', 'Sofia Lindqvist'].map((name) => ({
  id: name,
  label: name,
  visual: <Avatar name={name} size={28} />,
}));

/** One of each state of the field: empty, read, read in another notation, two readings, none, without cents, too fine; below, ten times too much, and a measure. */
const SUMS = [
  ['', 'EUR'],
  ['1200', 'EUR'],
  ['1.200,50', 'EUR'],
  ['1,200', 'EUR'],
  ['48O,00', 'EUR'],
  ['45 000', 'XOF'],
  ['45 000,50', 'XOF'],
] as const;

function Sum({ typed, currency }: { typed: string; currency: string }) {
  const [value, setValue] = useState(typed);
  return <MoneyField label="Prix de la façon" currency={currency} value={value} onChange={setValue} />;
}

/** Ten times what is usual for a metre of satin. */
function Far() {
  const [value, setValue] = useState('2 480');
  const sure = useSure();
  const words = useSumWords('EUR');
  return (
    <MoneyField
      label="Satin de soie, 4,20 m"
      currency="EUR"
      beside="€ le mètre"
      value={value}
      onChange={setValue}
      doubt={sure.doubt('far', 145, (price) => `${words(price * 4.2)} de satin\u202f?`)}
    />
  );
}

export function FieldsSection({ prefix }: { prefix: string }) {
  const [waist, setWaist] = useState('70');
  const [long, setLong] = useState('725');
  const [person, setPerson] = useState<string | null>('Claire Morel');
  const [tried, setTried] = useState(false);
  return (
    <section>
      <SectionHead title="Champs" />
      <div className="mt-5 grid gap-5 sm:grid-cols-2">
        {tried && (
          <div className="sm:col-span-2">
            <FormErrors
              title="Deux points à reprendre. Le reste est gardé."
              errors={[
                { field: `${prefix}-mail`, message: 'Il manque la fin de l’adresse.' },
                { field: `${prefix}-note`, message: 'Quelques mots manquent.' },
              ]}
            />
          </div>
        )}
        <NumberField
          label="Tour de taille"
          unit="cm"
          kind={CENTIMETRES}
          help="À l’endroit le plus creux."
          value={waist}
          onChange={setWaist}
        />
        {SUMS.map(([typed, currency]) => (
          <Sum key={typed} typed={typed} currency={currency} />
        ))}
        <Far />
        <NumberField label="Tour de taille" unit="cm" kind={CENTIMETRES} value={long} onChange={setLong} />
        <TextField
          id={`${prefix}-mail`}
          label="Adresse e-mail"
          defaultValue="awa.diallo@exemple"
          error="Il manque la fin, par exemple «&#160;.fr&#160;»."
        />
        <Select label="Couturier" options={PEOPLE} value={person} onChange={setPerson} />
        <ComboBox
          label="Client"
          options={PEOPLE}
          value={person}
          onChange={setPerson}
          openLabel="Ouvrir la liste"
          emptyLabel="Rien de ce nom"
        />
        <TextField
          label="Tour de bassin"
          defaultValue="120"
          warning="20 cm de plus que la dernière fois."
          suffix="cm"
        />
        <NativeField id={`${prefix}-native`} label="Champ natif" aside={<span className="caption">facultatif</span>} />
        <NativeSelect id={`${prefix}-select`} label="Choix natif" defaultValue="b">
          <option value="a">Le plus récent</option>
          <option value="b">Prix croissant</option>
        </NativeSelect>
        <div className="sm:col-span-2">
          <TextArea id={`${prefix}-note`} label="Votre projet" placeholder="Racontez la pièce" />
        </div>
        <div className="flex flex-col items-start gap-3">
          <Checkbox defaultSelected>Prévenir par e-mail</Checkbox>
          <Checkbox>Heures calmes</Checkbox>
          <Switch defaultSelected>Disponible</Switch>
          <NativeCheckbox defaultChecked>Case native</NativeCheckbox>
          <button type="button" className="link" onClick={() => setTried(true)}>
            Voir le résumé d’erreurs
          </button>
        </div>
        <RadioGroup label="Mesures" defaultValue="mine">
          <Radio value="mine">Mes mesures du 22 octobre</Radio>
          <Radio value="new">Les reprendre</Radio>
        </RadioGroup>
        <div className="sm:col-span-2">
          <RadioGroup label="Remise" layout="cards" defaultValue="pickup">
            <ChoiceCard value="pickup" title="À l’atelier">
              Un dernier essayage, puis vous l’emportez.
            </ChoiceCard>
            <ChoiceCard value="courier" title="Par coursier">
              Sous housse, contre signature.
            </ChoiceCard>
          </RadioGroup>
        </div>
        <RadioGroup label="Occasion" layout="row" defaultValue="wedding">
          <ChoiceChip value="wedding">Mariage</ChoiceChip>
          <ChoiceChip value="evening">Soirée</ChoiceChip>
        </RadioGroup>
      </div>
    </section>
  );
}
