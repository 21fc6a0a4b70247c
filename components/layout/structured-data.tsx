/**
 * What search engines read of a page (JSON-LD). It is data, never run; « < » is written as an escape so that no text of a
 * model can end the element.
 */
export function StructuredData({ data }: { data: object }) {
  const json = JSON.stringify(data).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
