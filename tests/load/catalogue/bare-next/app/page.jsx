// As many cards as make a page of the home page's size; the bench says both sizes.
const CARDS = Number(process.env.BARE_CARDS ?? 60);

export default function Page() {
  return (
    <main>
      {Array.from({ length: CARDS }, (_, card) => (
        <article key={card} className="model-card">
          <h2 className="model-name">Robe numéro {card}</h2>
          <p className="smaller text-ink2">Soie, crêpe, dentelle de Calais, taille {36 + (card % 10)}</p>
          <a href={`/fr/models/robe-${card}`}>Voir le modèle {card}</a>
        </article>
      ))}
    </main>
  );
}
