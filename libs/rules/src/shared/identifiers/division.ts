/** 行政区划: which one a name means. The divisions and their former names are data, because they change. */
import { halfWidth, withoutBlanks } from './plain-text.js';

export interface Division {
  readonly code: string;
  readonly name: string;
  readonly otherNames: readonly string[];
}

export type DivisionReader = (text: string) => Division | undefined;

/** Only whole names count: 东园区 is not 园区. The name of the city may stand before the name of its part. */
export function divisionReader(divisions: readonly Division[], parentNames: readonly string[] = []): DivisionReader {
  const byName = new Map<string, Division>();
  for (const division of divisions) {
    for (const name of [division.code, division.name, ...division.otherNames]) byName.set(plain(name), division);
  }
  const parents = parentNames.map(plain);
  return (text) => {
    const name = plain(text);
    const found = byName.get(name);
    if (found) return found;
    const parent = parents.find((candidate) => name.startsWith(candidate));
    return parent === undefined ? undefined : byName.get(name.slice(parent.length));
  };
}

function plain(name: string): string {
  return withoutBlanks(halfWidth(name));
}
