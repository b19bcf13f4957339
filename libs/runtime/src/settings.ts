import { z } from 'zod';

/**
 * Every setting of api and worker, read once at boot. A wrong one stops the program with a sentence.
 * `BANGFU_KEY` is the master key: 32 bytes in base64; whoever has it and the database can read everything.
 */
const Settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  /** A read replica for lists and reports; the main database when not set. */
  DATABASE_READ_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(12),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }),
  BANGFU_KEY: z.base64().refine((key) => Buffer.from(key, 'base64').length === 32, '32 bytes in base64'),
  BANGFU_DATA: z.string().default('.data'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  /** Behind a TLS proxy: marks the cookie Secure and sends HSTS. */
  TLS: z.stringbool().default(false),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_REDIRECT_URL: z.url().optional(),
  /** Where attachments are kept: s3://bucket/folder at FILES_ENDPOINT; the folder files/ in BANGFU_DATA when not set. */
  FILES_URL: z
    .string()
    .regex(/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/[\w./-]*)?$/, 's3://bucket/folder')
    .optional(),
  FILES_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  FILES_REGION: z.string().default('us-east-1'),
  FILES_KEY_ID: z.string().optional(),
  FILES_SECRET: z.string().optional(),
  FILES_STYLE: z.enum(['path', 'host']).default('path'),
  /** A clamd that looks at every attachment before it is kept: tcp://host:3310 or unix:/run/clamav/clamd.ctl. */
  CLAMAV_URL: z
    .string()
    .regex(/^(tcp:\/\/[^\s/:]+|tcp:\/\/\[[0-9a-f:]+\])(:\d{1,5})?$|^unix:\/\S+$/, 'tcp://host:port or unix:/path')
    .optional(),
  /** Largest attachment; an upload of any kind has 64 MB at most. */
  ATTACHMENT_MB: z.coerce.number().int().min(1).max(60).default(20),
});
export type Settings = z.infer<typeof Settings>;

const STORE_NEEDS = '需要同时设置 / needs FILES_ENDPOINT, FILES_KEY_ID, FILES_SECRET';
const storeIsWhole = (set: Settings): boolean => !set.FILES_URL || Boolean(set.FILES_ENDPOINT && set.FILES_KEY_ID && set.FILES_SECRET);

export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const read = Settings.refine(storeIsWhole, { path: ['FILES_URL'], message: STORE_NEEDS }).safeParse(set);
  if (read.success) return read.data;
  const faults = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new Error(`设置有误 / Wrong settings: ${faults}`);
}
