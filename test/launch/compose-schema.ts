// As much of the compose specification as docker/compose.yaml uses; a key it does not know is a mistake.
import { z } from 'zod';

const duration = z.string().regex(/^\d+(ms|s|m)$/);
const environment = z.record(z.string().regex(/^[A-Z][A-Z0-9_]*$/), z.string());
const healthcheck = z.union([
  z.strictObject({ disable: z.literal(true) }),
  z.strictObject({
    test: z.tuple([z.enum(['CMD', 'CMD-SHELL']), z.string()], z.string()),
    interval: duration,
    timeout: duration,
    retries: z.int().min(1),
    start_period: duration.optional(),
  }),
]);

const service = z.strictObject({
  image: z.string(),
  build: z.strictObject({ context: z.string(), dockerfile: z.string(), target: z.string() }).optional(),
  command: z.array(z.string()).optional(),
  restart: z.enum(['no', 'unless-stopped']),
  init: z.boolean().optional(),
  read_only: z.boolean().optional(),
  tmpfs: z.array(z.string()).optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  stop_grace_period: duration.optional(),
  shm_size: z
    .string()
    .regex(/^\d+mb$/)
    .optional(),
  environment,
  volumes: z.array(z.string().regex(/^[a-z]+:\/[\w/]+$/)).optional(),
  depends_on: z
    .record(z.string(), z.strictObject({ condition: z.enum(['service_started', 'service_healthy', 'service_completed_successfully']) }))
    .optional(),
  ports: z.array(z.string()).optional(),
  deploy: z.strictObject({ replicas: z.int().min(1) }).optional(),
  healthcheck,
});

export const Compose = z
  .strictObject({
    name: z.string(),
    'x-program': z.unknown(),
    services: z.record(z.string(), service),
    volumes: z.record(z.string(), z.null()),
  })
  .transform(({ services, volumes }) => ({ services, volumes }));
export type Compose = z.infer<typeof Compose>;
