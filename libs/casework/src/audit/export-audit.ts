import { sql } from '#data/sql';
import { GENESIS } from '#rules/audit/chain';
import { linkLine, signedText, trailerLine } from '#rules/audit/export-walk';
import { inTransaction, type Work } from '../work.js';
import { mustSeeTheWholeChain, readChain } from './read-chain.js';
import { signerFrom } from './signing.js';

/**
 * The chain as text: a line a link, then a signed line with the count and the head. What is exported is noted in the trail before
 * the first line leaves, so that breaking off the download hides nothing.
 */
export async function exportAudit(work: Work): Promise<AsyncGenerator<string>> {
  mustSeeTheWholeChain(work.actor, 'audit.export');
  const [last] = await work.data.read<{ seq: number; head: string }>(
    work.actor,
    sql`SELECT seq, encode(hash, 'hex') AS head FROM audit_link ORDER BY seq DESC LIMIT 1`,
  );
  const count = last?.seq ?? 0;
  const head = last?.head ?? GENESIS;
  await inTransaction(work, async (tx) => {
    tx.audit({ type: 'audit.exported', details: { links: count, head } });
  });
  return lines(work, count, head);
}

async function* lines(work: Work, count: number, head: string): AsyncGenerator<string> {
  for await (const links of readChain(work, count)) {
    // An entry that is gone leaves an empty text, which the reader of the export then finds.
    yield links.map(({ seq, hash, text }) => `${linkLine(seq, hash, text ?? '')}\n`).join('');
  }
  const signer = signerFrom(work.secrets.keyFor('audit export'));
  const at = work.now.toISOString();
  yield `${trailerLine({ count, head, at, key: signer.key, signature: signer.sign(signedText({ count, head, at })) })}\n`;
}
