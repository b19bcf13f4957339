import type { Data } from '#data/data';
import { organisationsNamed, parentLinks, type LinkRow, type OrganisationRow } from '#data/queries/report-places';
import type { Limits, Scope } from '#data/queries/report-conditions';
import { ruleInForce, type ClockRule } from '#rules/deadlines/clock-rule';
import { membershipsBelow } from '#rules/reports/tree';
import type { PlainDate } from '#rules/shared/plain-date';

interface Reader {
  readonly id: string;
}

/** Which organisations' records count, known when, and how long things were allowed to take on a day. */
export async function scopeOf(data: Data, reader: Reader, organisationId: string, asOf: Date, limits: Limits): Promise<Scope> {
  const links = await data.readSlowly<LinkRow>(reader, parentLinks());
  return { memberships: membershipsBelow(organisationId, links), asOf, limits };
}

/** The lengths for records without a clock: those of the rules in force, or of the law where no rule is kept. */
export function limitsOn(rules: readonly ClockRule[], day: PlainDate): Limits {
  const days = (code: string, otherwise: number): number => ruleInForce(rules, code, day)?.length ?? otherwise;
  return { X2: days('X2', 15), X3: days('X3', 60), M5: days('M5', 15) };
}

/** The units below the report's organisation by id, in the order in which a table lists them. */
export async function unitsOf(data: Data, reader: Reader, scope: Scope): Promise<OrganisationRow[]> {
  const ids = [...new Set(scope.memberships.map((membership) => membership.unitId))];
  const rows = await data.readSlowly<OrganisationRow>(reader, organisationsNamed(ids));
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}
