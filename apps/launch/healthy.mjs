// `node apps/launch/healthy.mjs PORT`: whether the program that listens there says it is ready. The health check of the images.
const [port] = process.argv.slice(2);
const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(4000) }).catch(() => undefined);
process.exitCode = answer?.ok ? 0 : 1;
