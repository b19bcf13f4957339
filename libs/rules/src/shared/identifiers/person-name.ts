/** 姓名: one spelling of blanks and of the middle dot; every character kept as its bearer writes it. */
import { withoutBlanks } from './plain-text.js';

const HAN = /\p{Script=Han}/u;
const DOTS = /[•．・‧.∙⋅｡･·]/gu;

/**
 * Between Chinese characters a blank is only a typist's (张 明) and any dot is the middle dot of a transcribed name;
 * in a name of Latin letters both mean something and stay.
 */
export function readPersonName(text: string): string {
  if (!HAN.test(text)) return text.replace(/[\s\u200B-\u200F\u2060\uFEFF]+/g, ' ').trim();
  return withoutBlanks(text).replace(DOTS, (dot, at: number, name: string) => (betweenHan(name, at, dot.length) ? '·' : dot));
}

function betweenHan(name: string, at: number, length: number): boolean {
  const before = Array.from(name.slice(0, at)).at(-1);
  const after = Array.from(name.slice(at + length, at + length + 2))[0];
  return before !== undefined && after !== undefined && HAN.test(before) && HAN.test(after);
}

/** 张* · 张*明 · 迪**提 */
export function maskPersonName(name: string): string {
  const characters = [...name];
  const first = characters[0] ?? '';
  if (characters.length <= 2) return characters.length === 1 ? '*' : `${first}${'*'.repeat(characters.length - 1)}`;
  return `${first}${characters.length === 3 ? '*' : '**'}${characters.at(-1)}`;
}
