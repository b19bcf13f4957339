/** The annex holds every metric of the period by every dimension, whether or not the text tells of it. */
import type { Figures } from './figures.js';
import { dimensionsOf } from './metric.js';
import { metrics } from './metrics.js';
import type { Periods } from './periods.js';

export function takeForAnnex(figures: Figures, { now }: Periods): void {
  for (const metric of metrics) {
    figures.take(metric.id, now);
    for (const by of dimensionsOf(metric))
      for (const code of figures.codes(metric.id, by, now)) figures.take(metric.id, now, { [by]: code });
  }
}
