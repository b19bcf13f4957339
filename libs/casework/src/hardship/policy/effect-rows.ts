import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import type { PolicyFinding } from '#rules/hardship/policy/policy-effect';
import type { HardshipClass } from '#rules/hardship/codes';
import type { Fen } from '#rules/shared/money';

/** What a draft does to each file of a page, by the column, as the database takes many rows at once. */
export class EffectRows {
  private readonly files: string[] = [];
  private readonly places: string[] = [];
  private readonly effects: PolicyFinding[] = [];
  private readonly before: (HardshipClass | null)[] = [];
  private readonly after: (HardshipClass | null)[] = [];
  private readonly costs: Fen[] = [];

  add(
    { id, organisationId }: { id: string; organisationId: string },
    effect: PolicyFinding,
    before: HardshipClass | null,
    after: HardshipClass | null,
    costFen: Fen,
  ): void {
    this.files.push(id);
    this.places.push(organisationId);
    this.effects.push(effect);
    this.before.push(before);
    this.after.push(after);
    this.costs.push(costFen);
  }

  /** A row that is there already is the same row: the trial was taken up again. */
  async write(tx: Transaction, draftId: string): Promise<void> {
    if (this.files.length === 0) return;
    await tx.rows(sql`
      INSERT INTO policy_effect (draft_id, file_id, organisation_id, effect, class_before, class_after, cost_fen)
      SELECT ${draftId}, t.* FROM unnest(${this.files}::uuid[], ${this.places}::uuid[], ${this.effects}::text[], ${this.before}::text[], ${this.after}::text[], ${this.costs}::bigint[]) t
      ON CONFLICT (draft_id, file_id) DO NOTHING`);
  }
}
