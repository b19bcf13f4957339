/** What a chart draws, whatever it is drawn with. */
export interface ChartData {
  kind: 'line' | 'bar' | 'share';
  unit: string;
  categories: readonly string[];
  series: readonly { name: string; values: readonly (number | null)[] }[];
}
