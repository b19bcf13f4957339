/** XML that is put together safely: whatever is filled in is escaped, unless it is markup itself. */
export class Markup {
  constructor(readonly text: string) {}
}

type Filling = Markup | string | number | readonly Markup[];

export function xml(pieces: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  return new Markup(pieces.map((piece, i) => piece + (i < fillings.length ? written(fillings[i]!) : '')).join(''));
}

function written(filling: Filling): string {
  if (filling instanceof Markup) return filling.text;
  if (Array.isArray(filling)) return (filling as readonly Markup[]).map(({ text }) => text).join('');
  return escaped(String(filling));
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Control characters cannot stand in XML at all. */
const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
