/** Seeded chance, so that a proof which fell short can be repeated: mulberry32. */
export interface Dice {
  /** a whole number below `sides` */
  (sides: number): number;
  pick<T>(from: readonly T[]): T;
}

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (sides: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * sides);
  };
  return Object.assign(roll, { pick: <T>(from: readonly T[]): T => from[roll(from.length)]! });
}

/** What `npm test` draws by: the same on every machine, so that it says something of the change and not of the day. */
export const SEED = 20_121_207;

/** The seed of this run: given as the first argument; the one above in a test; or else today's luck. */
export const seedOfRun = (): number =>
  Number(process.argv[2] ?? (process.env['PROVE_SIZE'] === 'test' ? SEED : Date.now() % 4_294_967_296));
