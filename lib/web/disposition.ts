/** A file's own name in a Content-Disposition, whatever its letters (RFC 6266, RFC 8187). */
export const ownFileName = (name: string): string =>
  `filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
