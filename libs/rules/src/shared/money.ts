/**
 * Money is a whole number of fen, always. Yuan exist only as text: on paper, in a cell, on the screen.
 */
export type Fen = number;

/** Refuses what is not a whole, exactly held number of fen: a lost fen must fail loudly, not round. */
export function fen(value: number): Fen {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of fen: ${value}`);
  return value === 0 ? 0 : value;
}

export function sumFen(amounts: Iterable<Fen>): Fen {
  let total = 0;
  for (const amount of amounts) total = fen(total + fen(amount));
  return total;
}

/**
 * Reads an amount as people write it: `1234.5`, `12,000元`, `￥12,000.00`, `1.2万`, full-width digits. Nothing is rounded:
 * what does not come out in whole fen, or cannot be read, is undefined.
 */
export function parseYuan(text: string): Fen | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').replace(/^¥/, '').replace(/圆/g, '元');
  const match = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(万)?元?$/.exec(plain);
  if (!match) return undefined;
  const [, sign, whole, fraction = '', wan] = match;
  const places = wan ? 6 : 2;
  if (/[1-9]/.test(fraction.slice(places))) return undefined;
  const value = Number(whole!.replaceAll(',', '') + fraction.slice(0, places).padEnd(places, '0'));
  if (!Number.isSafeInteger(value)) return undefined;
  return sign === '-' && value !== 0 ? -value : value;
}

/** A number of yuan, as a spreadsheet holds it, to the nearest fen, half up (四舍五入). */
export function fenFromYuan(yuan: number): Fen {
  if (!Number.isFinite(yuan)) throw new RangeError(`Not an amount of yuan: ${yuan}`);
  const [mantissa, exponent = '0'] = Math.abs(yuan).toExponential(14).split('e');
  const digits = BigInt(mantissa!.replace('.', ''));
  const shift = Number(exponent) - 14 + 2;
  const amount = shift >= 0 ? digits * 10n ** BigInt(shift) : roundHalfUp(digits, 10n ** BigInt(-shift));
  return fen(Number(yuan < 0 ? -amount : amount));
}

/** `amount × numerator ÷ denominator` to the nearest fen, half up and away from zero alike (四舍五入). */
export function shareOf(amount: Fen, numerator: number, denominator: number): Fen {
  if (!Number.isSafeInteger(numerator) || !Number.isSafeInteger(denominator) || denominator <= 0) {
    throw new RangeError(`Not a share: ${numerator}/${denominator}`);
  }
  const product = BigInt(fen(amount)) * BigInt(numerator);
  const magnitude = roundHalfUp(product < 0n ? -product : product, BigInt(denominator));
  return fen(Number(product < 0n ? -magnitude : magnitude));
}

/** 1,234.56 */
export function formatYuan(amount: Fen): string {
  return decimal(amount, 2);
}

/** In 万元 with two decimals, as reports print it: 3,512.86 */
export function formatWan(amount: Fen): string {
  return decimal(shareOf(amount, 1, 10_000), 2);
}

function decimal(amount: Fen, places: number): string {
  const digits = String(Math.abs(fen(amount))).padStart(places + 1, '0');
  const whole = digits.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${whole}.${digits.slice(-places)}`;
}

function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  return (2n * numerator + denominator) / (2n * denominator);
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** The amount in capital numerals (大写金额), as receipts and agreements write it: 壹仟零伍元叁角整. */
export function capitalYuan(amount: Fen): string {
  const total = Math.abs(fen(amount));
  const yuan = Math.floor(total / 100);
  const jiao = Math.floor((total % 100) / 10);
  const cents = total % 10;
  const whole = yuan > 0 ? `${capitalWhole(yuan)}元` : '';
  const sign = amount < 0 ? '负' : '';
  if (jiao === 0 && cents === 0) return `${sign}${whole || '零元'}整`;
  const zero = whole && jiao === 0 ? '零' : '';
  const tenths = jiao > 0 ? `${DIGITS[jiao]}角` : zero;
  return `${sign}${whole}${tenths}${cents > 0 ? `${DIGITS[cents]}分` : '整'}`;
}

function capitalWhole(yuan: number): string {
  let text = '';
  let zeroPending = false;
  for (let group = 3; group >= 0; group -= 1) {
    const part = Math.floor(yuan / 10_000 ** group) % 10_000;
    let written = '';
    for (let place = 3; place >= 0; place -= 1) {
      const digit = Math.floor(part / 10 ** place) % 10;
      if (digit === 0) {
        zeroPending = zeroPending || text !== '' || written !== '';
      } else {
        written += `${zeroPending ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`;
        zeroPending = false;
      }
    }
    if (written) text += written + unitOf(group, yuan);
  }
  return text;
}

/** 壹万亿 alone, but 壹万贰仟亿 would name 亿 once: we write 万亿 only when no 亿 group follows. */
function unitOf(group: number, yuan: number): string {
  return group === 3 && Math.floor(yuan / 100_000_000) % 10_000 > 0 ? '万' : GROUPS[group]!;
}
