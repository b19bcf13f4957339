/**
 * Colour, type and space, in one place. Our own styles read them as CSS variables (`--ink`), Ant Design through
 * `antd-theme.ts`. Every text colour has a contrast of at least 4.5 on the surfaces it stands on.
 */
export const colours = {
  /** The desk on which the sheets lie, and the sheets. */
  desk: '#f3f1ec',
  sheet: '#ffffff',
  shade: '#faf9f6',
  line: '#e3dfd7',
  'line-strong': '#c9c3b8',
  ink: '#20262a',
  'ink-soft': '#565e63',
  'ink-faint': '#6b7378',
  pine: '#1f5f55',
  'pine-deep': '#174a42',
  'pine-wash': '#e8f1ee',
  'pine-line': '#b5d1ca',
  /** The red of the seal: the brand, and whatever has gone wrong. */
  seal: '#a8322a',
  'seal-wash': '#fbecea',
  'seal-line': '#e9c0bb',
  amber: '#8a5a00',
  'amber-wash': '#fdf4e1',
  'amber-line': '#ecd29b',
  leaf: '#2c6b3f',
  'leaf-wash': '#e9f4ec',
  'leaf-line': '#b9dac3',
  sky: '#2b5c86',
  'sky-wash': '#eaf1f8',
  'sky-line': '#bdd2e6',
  'lamp-green': '#3d9a5f',
  'lamp-yellow': '#d99a1e',
  'lamp-red': '#cf3d31',
  'lamp-black': '#1c1f21',
} as const;

/** The series of charts, in order: far apart in lightness too, so that they part in grey print. */
export const chartColours = ['#1f5f55', '#c9822b', '#6d86a8', '#a8322a', '#8fae6d', '#7a5d86', '#4b4f52', '#d8b46a'] as const;

const sans =
  '"PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei", system-ui, -apple-system, "Segoe UI", sans-serif';
/** English first in Latin letters: a Chinese font draws its quotation marks a full square wide. */
const latin = `"Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", system-ui, ${sans}`;
const serif = '"Source Han Serif SC", "Noto Serif CJK SC", "Songti SC", "SimSun", "STSong", Georgia, serif';

export const type = {
  sans,
  latin,
  serif,
  small: '12px',
  body: '13px',
  large: '14px',
  heading: '15px',
  title: '19px',
  figure: '26px',
} as const;

export const space = { 1: '4px', 2: '8px', 3: '12px', 4: '16px', 5: '24px', 6: '32px' } as const;

export const shape = { radius: '5px', control: '30px', nav: '186px', bar: '48px' } as const;

/** Written through the style object, which no content security policy forbids. */
export function applyTokens(root: HTMLElement): void {
  for (const [group, values] of [
    ['', colours],
    ['type-', type],
    ['space-', space],
    ['', shape],
  ] as const) {
    for (const [name, value] of Object.entries(values)) root.style.setProperty(`--${group}${name}`, value);
  }
}
