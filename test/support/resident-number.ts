import { idCheckCharacter } from '#rules/shared/identifiers/resident-id';

/** The valid number of a made-up resident; another one for every count below eighteen million. */
export function residentNumber(n: number): string {
  const year = 1950 + (n % 55);
  const month = String(1 + (Math.floor(n / 55) % 12)).padStart(2, '0');
  const day = String(1 + (Math.floor(n / 660) % 28)).padStart(2, '0');
  const first = `3205${String(5 + (n % 4)).padStart(2, '0')}${year}${month}${day}${String(Math.floor(n / 18_480) % 1000).padStart(3, '0')}`;
  return first + idCheckCharacter(first);
}
