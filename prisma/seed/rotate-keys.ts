/** `npm run keys:rotate`: a new data key, and everything sealed again with it while the programs run. */
import { setTimeout as pause } from 'node:timers/promises';
import { rotateKeys } from '#data/rotate-keys';

const { DATABASE_URL, BANGFU_KEY } = process.env;
if (!DATABASE_URL || !BANGFU_KEY) throw new Error('DATABASE_URL and BANGFU_KEY must be set');
process.stdout.write('新密钥已生成，等待各程序获知… / A new key is made; waiting for every program to learn it …\n');
const { keyId, resealed } = await rotateKeys(
  DATABASE_URL,
  Buffer.from(BANGFU_KEY, 'base64'),
  (ms) => pause(ms),
  (count) => {
    if (count % 10_000 === 0) process.stdout.write(`${count}\n`);
  },
);
process.stdout.write(`密钥 ${keyId}：重新加密 ${resealed} 项 / key ${keyId}: ${resealed} values sealed again\n`);
