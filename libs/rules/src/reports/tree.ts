/**
 * Whose record it is: an organisation counts for the parent that it had on the record's own day. So a year is the sum of
 * its months, also when a district was merged in between, and the units below add up to the whole. What is older than an
 * organisation's first place, as a ledger of years before it was entered here, counts for that place: nothing falls between.
 */
import { earlierOf, laterOf, plainDate, type PlainDate } from '../shared/plain-date.js';

export interface ParentLink {
  readonly organisationId: string;
  readonly parentId: string;
  readonly validFrom: PlainDate;
  /** The first day on which it no longer held. */
  readonly validTo: PlainDate | null;
}

/** From when to when an organisation stood below the root, and under which of the root's own children. */
export interface Membership {
  readonly organisationId: string;
  readonly unitId: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

export const EVER: { readonly from: PlainDate; readonly to: PlainDate } = { from: plainDate('0001-01-01'), to: plainDate('9999-12-31') };

export function membershipsBelow(root: string, links: readonly ParentLink[]): Membership[] {
  const children = Map.groupBy(links, (link) => link.parentId);
  const firsts = firstPlaces(links);
  const found: Membership[] = [{ organisationId: root, unitId: root, ...EVER }];
  // An organisation is never below itself; a tree that says so by mistake must not run for ever.
  const walk = (parent: string, unit: string | undefined, from: PlainDate, to: PlainDate, above: ReadonlySet<string>): void => {
    for (const link of children.get(parent) ?? []) {
      const begins = laterOf(from, firsts.get(link.organisationId) === link ? EVER.from : link.validFrom);
      const ends = earlierOf(to, link.validTo ?? EVER.to);
      if (begins >= ends || above.has(link.organisationId)) continue;
      const unitId = unit ?? link.organisationId;
      found.push({ organisationId: link.organisationId, unitId, from: begins, to: ends });
      walk(link.organisationId, unitId, begins, ends, new Set([...above, link.organisationId]));
    }
  };
  walk(root, undefined, EVER.from, EVER.to, new Set([root]));
  return found;
}

/** The first place of each organisation; one that was corrected on the day it began never was one. */
function firstPlaces(links: readonly ParentLink[]): ReadonlyMap<string, ParentLink> {
  const firsts = new Map<string, ParentLink>();
  for (const link of links) {
    if (link.validTo !== null && link.validTo <= link.validFrom) continue;
    const first = firsts.get(link.organisationId);
    if (!first || link.validFrom < first.validFrom) firsts.set(link.organisationId, link);
  }
  return firsts;
}
