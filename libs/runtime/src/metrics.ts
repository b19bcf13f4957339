import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export const registry = new Registry();
collectDefaultMetrics({ register: registry, prefix: 'bangfu_' });

export const requests = new Histogram({
  name: 'bangfu_http_request_seconds',
  help: 'Time to answer, by operation and status class',
  labelNames: ['operation', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [registry],
});
export const jobsDone = new Counter({
  name: 'bangfu_jobs_total',
  help: 'Jobs by name and result',
  labelNames: ['job', 'result'],
  registers: [registry],
});
export const outboxWaiting = new Gauge({ name: 'bangfu_outbox_waiting', help: 'Outbox rows not yet done', registers: [registry] });
export const auditWaiting = new Gauge({ name: 'bangfu_audit_pending', help: 'Audit entries not yet in the chain', registers: [registry] });
export const reviewsWithoutOwner = new Gauge({
  name: 'bangfu_hardship_reviews_without_owner',
  help: 'Hardship files due for review and on nobody’s list, at the last nightly check',
  registers: [registry],
});
