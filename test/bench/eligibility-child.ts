/** Does one job of the outbox in a process of its own, exactly as the worker does, and says how long it took and how much memory it had. */
import { readSettings } from '#runtime/settings';
import { runJob } from '../../apps/worker/src/run-job.js';
import { takeUpBench } from '../../apps/worker/src/standing.js';

const bench = await takeUpBench(readSettings(), new AbortController().signal);
let peak = 0;
const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
const since = performance.now();
await runJob(bench, process.env['BENCH_JOB']!);
const seconds = (performance.now() - since) / 1000;
clearInterval(watching);
console.log(JSON.stringify({ seconds, megabytes: Math.round(peak / 1e6) }));
await bench.data.close();
