const FROM = ' style="';
const TO = ' data-style="';

/**
 * Renames the style attributes of HTML that comes in parts. React escapes every quote of a text, so these bytes stand in no
 * other place; parts may end anywhere, within a letter or within the attribute's name.
 */
export class StyleRenamer {
  #held = '';

  /** The part as it is sent on; what might be the beginning of an attribute waits for the next one. */
  push(part: Uint8Array): Buffer {
    // One sign per byte: letters of several bytes pass through whole.
    const text = this.#held + Buffer.from(part).toString('latin1');
    const ready = text.length - this.#beginning(text);
    this.#held = text.slice(ready);
    return Buffer.from(text.slice(0, ready).replaceAll(FROM, TO), 'latin1');
  }

  /** What was still held. */
  end(): Buffer {
    const rest = Buffer.from(this.#held, 'latin1');
    this.#held = '';
    return rest;
  }

  #beginning(text: string): number {
    for (let length = FROM.length - 1; length > 0; length -= 1) if (text.endsWith(FROM.slice(0, length))) return length;
    return 0;
  }
}

/** The same for a page that is there in full. */
export function renameStyles(html: Uint8Array): Buffer {
  const renamer = new StyleRenamer();
  return Buffer.concat([renamer.push(html), renamer.end()]);
}
