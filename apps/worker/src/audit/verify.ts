/**
 * `npm run audit:verify` goes through the chain of the database in DATABASE_URL; `npm run audit:verify -- FILE` through an export,
 * without any database. `--head HASH`: a head that was written down earlier must be in it; `--signer KEY`: who must have signed.
 */
import { createReadStream } from 'node:fs';
import { parseArgs } from 'node:util';
import { Data } from '#data/data';
import { KEEPER } from '#rules/access/system-actors';
import type { Fault } from '#rules/audit/chain';
import { checkExport } from '#casework/audit/check-export';
import { walkAudit } from '#casework/audit/verify-audit';

const hex = (text: string | undefined): string | undefined => {
  if (text !== undefined && !/^[0-9a-f]{64}$/.test(text))
    throw new Error('--head 与 --signer 应为 64 位小写十六进制 / --head and --signer are 64 small hex digits');
  return text;
};

function say(facts: Record<string, string | number | null>, fault: Fault | null): void {
  for (const [name, value] of Object.entries(facts)) if (value !== null) process.stdout.write(`${name}: ${value}\n`);
  process.stdout.write(
    fault ? `第 ${fault.seq} 处有误 · fault at ${fault.seq}\n${fault.zh}\n${fault.en}\naudit: broken\n` : 'audit: whole\n',
  );
  process.exitCode = fault ? 1 : 0;
}

async function verifyFile(file: string, wanted: { head?: string | undefined; signer?: string | undefined }): Promise<void> {
  const { links, head, signer, firstFault } = await checkExport(createReadStream(file, { highWaterMark: 1024 * 1024 }), wanted);
  say({ links, head, signer }, firstFault);
}

async function verifyDatabase(url: string, head: string | undefined): Promise<void> {
  const data = new Data({ url, pool: 2, program: 'bangfu audit' });
  try {
    const found = await walkAudit({ data, actor: KEEPER }, head);
    say({ links: found.links, pending: found.pending, head: found.head }, found.firstFault);
  } finally {
    await data.close();
  }
}

try {
  const { values, positionals } = parseArgs({ options: { head: { type: 'string' }, signer: { type: 'string' } }, allowPositionals: true });
  const wanted = { head: hex(values.head), signer: hex(values.signer) };
  const [file] = positionals;
  const url = process.env['DATABASE_URL'];
  if (file !== undefined) await verifyFile(file, wanted);
  else if (url) await verifyDatabase(url, wanted.head);
  else throw new Error('请给出导出文件，或设置 DATABASE_URL / Name an exported file, or set DATABASE_URL');
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
