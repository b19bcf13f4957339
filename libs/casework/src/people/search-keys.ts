import { pinyin, polyphonic } from 'pinyin-pro';
import { gramsOf } from '#rules/people/name-grams';
import { lettersOf } from '#rules/people/search-text';

const HAN = /\p{Script=Han}/u;
const MOST_READINGS = 24;
const readings = new Map<string, string[]>();

/** Every reading of a character, without tone: 单 → dan, shan, chan. 吕 is typed lv as well as lu. */
function readingsOf(character: string): string[] {
  let known = readings.get(character);
  if (!known) {
    const all = HAN.test(character)
      ? polyphonic(character, { toneType: 'none', type: 'array' }).flat().map(lettersOf)
      : [lettersOf(character)];
    known = [...new Set(all.flatMap((reading) => (reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading])))].filter(
      Boolean,
    );
    readings.set(character, known);
  }
  return known;
}

/** The ways to say a name, syllable by syllable, at most so many. */
function spoken(name: string): string[][] {
  let ways: string[][] = [[]];
  for (const character of name) {
    const here = readingsOf(character);
    if (here.length > 0) ways = ways.flatMap((way) => here.map((reading) => [...way, reading])).slice(0, MOST_READINGS);
  }
  return ways.filter((way) => way.length > 0);
}

function addPrefixes(keys: Set<string>, word: string, longest: number): void {
  for (let length = 1; length <= Math.min(word.length, longest); length++) keys.add(word.slice(0, length));
}

/** What the search box finds a person by: pieces of the name, and pinyin, whole or initials, from its beginning. */
export function personSearchKeys(name: string): string[] {
  const keys = new Set(gramsOf(name));
  for (const way of spoken(name)) {
    addPrefixes(keys, way.join(''), 24);
    addPrefixes(keys, way.map((syllable) => syllable[0]).join(''), 8);
  }
  return [...keys];
}

/** Whole readings of a name: two names that share one may be one name, heard. */
export function wholeReadings(name: string): Set<string> {
  return new Set(spoken(name).map((way) => way.join('')));
}

/** The same for a firm, under every spelling; pinyin in its usual reading, from the first character and from what is its own. */
export function employerSearchKeys(names: readonly string[], nameKey: string): string[] {
  const keys = new Set(names.flatMap(gramsOf));
  for (const name of [...names, nameKey]) {
    const syllables = pinyin(name, { toneType: 'none', type: 'array', v: true, nonZh: 'removed' }).map(lettersOf).filter(Boolean);
    addPrefixes(keys, syllables.join(''), 24);
    addPrefixes(keys, syllables.map((syllable) => syllable[0]).join(''), 12);
  }
  return [...keys];
}
