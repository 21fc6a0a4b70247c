const TOKENS = [
  'paper',
  'sheet',
  'sunk',
  'own',
  'plate',
  'ink',
  'ink2',
  'ink3',
  'control',
  'hair',
  'garance',
  'craie',
  'indigo',
  'ocre',
  'sarcelle',
];

export function ColoursSection() {
  return (
    <ul className="grid grid-cols-3 gap-3 sm:grid-cols-5 lg:grid-cols-8 xl:grid-cols-15">
      {TOKENS.map((token) => (
        <li key={token}>
          <span className="block h-16 border border-hair" style={{ background: `var(--${token})` }} />
          <span className="smaller strong mt-2 block">{token}</span>
        </li>
      ))}
    </ul>
  );
}
