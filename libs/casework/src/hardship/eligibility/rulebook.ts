import { Data } from '#data/data';
import { sql, type Sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { KEEPER } from '#rules/access/system-actors';
import { readPublishedRules, readPublishedStandards } from '#rules/hardship/eligibility/read-eligibility';
import type { Rulebook } from '#rules/hardship/eligibility/rulebook';

/** Every rule and standard that was ever published. Inside a transaction, as that transaction sees them. */
export async function readRulebook(from: Data | Transaction): Promise<Rulebook> {
  const ask = <Row>(statement: Sql): Promise<Row[]> =>
    from instanceof Data ? from.read<Row>(KEEPER, statement) : from.rows<Row>(statement);
  const rules = await ask<{ body: unknown }>(sql`SELECT body FROM eligibility_rule ORDER BY valid_from, version`);
  const standards = await ask<object>(
    sql`SELECT division, valid_from, valid_to, version, amount_fen, recalled_fen, evidence, unverified, source FROM subsistence_standard ORDER BY division, valid_from, version`,
  );
  return { rules: readPublishedRules(rules.map(({ body }) => body)), standards: readPublishedStandards(standards) };
}
