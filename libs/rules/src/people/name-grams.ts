/** Names cut into pieces of one and two characters, by which a part of a name is found through an index. */

/** As `bangfu.grams` in the database cuts them: blanks, brackets, dots and hyphens are not part of a name. */
export function plainName(name: string): string {
  return name.replace(/[ \t\u00A0\u3000()（）·.-]/g, '').replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

export function gramsOf(name: string): string[] {
  const characters = [...plainName(name)];
  const pieces = new Set<string>();
  characters.forEach((character, i) => {
    pieces.add(character);
    const next = characters[i + 1];
    if (next !== undefined) pieces.add(character + next);
  });
  return [...pieces];
}

/** What a name must hold to have this part: its pairs, or the one character asked for. */
export function gramsAsked(part: string): string[] {
  const characters = [...plainName(part)];
  if (characters.length <= 1) return characters;
  return [...new Set(characters.slice(1).map((character, i) => characters[i]! + character))];
}
