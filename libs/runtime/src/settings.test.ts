import { describe, expect, it } from 'vitest';
import { readSettings } from './settings.js';

const least = { DATABASE_URL: 'postgres://x/y', REDIS_URL: 'redis://x', BANGFU_KEY: Buffer.alloc(32).toString('base64') };
const read = (more: Record<string, string>): ReturnType<typeof readSettings> => readSettings({ ...least, ...more });

describe('where attachments are kept', () => {
  it('is a folder of 20 MB papers unless something else is said', () => {
    expect(read({ FILES_URL: '', CLAMAV_URL: '' })).toMatchObject({ BANGFU_DATA: '.data', ATTACHMENT_MB: 20, FILES_STYLE: 'path' });
  });

  it('is a bucket only with all that a request to it needs', () => {
    const bucket = { FILES_URL: 's3://papers/city', FILES_ENDPOINT: 'https://store', FILES_KEY_ID: 'id', FILES_SECRET: 'secret' };
    expect(read(bucket)).toMatchObject({ FILES_URL: 's3://papers/city', FILES_REGION: 'us-east-1' });
    for (const name of ['FILES_ENDPOINT', 'FILES_KEY_ID', 'FILES_SECRET'])
      expect(() => read({ ...bucket, [name]: '' })).toThrow(/FILES_URL.*FILES_SECRET/);
    for (const url of ['papers', 'https://store/papers', 's3://Papers', 's3://p'])
      expect(() => read({ ...bucket, FILES_URL: url })).toThrow(/FILES_URL/);
  });

  it('is watched by a clamd at a port or a socket', () => {
    for (const url of ['tcp://clamav:3310', 'tcp://10.0.0.7', 'unix:/run/clamav/clamd.ctl'])
      expect(read({ CLAMAV_URL: url }).CLAMAV_URL).toBe(url);
    for (const url of ['clamav:3310', 'http://clamav', 'unix:']) expect(() => read({ CLAMAV_URL: url })).toThrow(/CLAMAV_URL/);
    expect(() => read({ ATTACHMENT_MB: '100' })).toThrow(/ATTACHMENT_MB/);
  });
});
