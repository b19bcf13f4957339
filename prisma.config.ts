import { defineConfig } from 'prisma/config';

export default defineConfig({
  schema: 'prisma',
  migrations: { path: 'prisma/migrations' },
  // Not env('DATABASE_URL'): generating the client must not need a database.
  datasource: { url: process.env['DATABASE_URL'] ?? '' },
});
