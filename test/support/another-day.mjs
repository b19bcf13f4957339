/**
 * Given to a program by `--import`: its clock is BANGFU_TEST_DAYS_AHEAD days ahead, from its first line to its last. Nothing of
 * the product knows of it, and it stands where no program of the product reaches.
 */
const days = Number(process.env.BANGFU_TEST_DAYS_AHEAD);
if (!Number.isInteger(days) || days < 1) throw new Error('BANGFU_TEST_DAYS_AHEAD: how many days ahead?');

const Real = Date;
const now = () => Real.now() + days * 86_400_000;

globalThis.Date = new Proxy(Real, {
  construct: (_, given, made) => Reflect.construct(Real, given.length > 0 ? given : [now()], made),
  apply: () => new Real(now()).toString(),
  get: (_, name) => (name === 'now' ? now : Reflect.get(Real, name)),
});
Real.prototype.constructor = globalThis.Date;
