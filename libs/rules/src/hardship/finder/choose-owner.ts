/** To whom a candidate falls: somebody who may work on it and also file an application, near, and with the least to do. */

export interface Owner {
  readonly id: string;
  readonly organisationId: string;
  /** Where the person may work on candidates. */
  readonly everything: boolean;
  readonly organisationIds: ReadonlySet<string>;
  /** Records applications: who reviews or approves them had better not begin them. */
  readonly records: boolean;
}

/** `upwards` is the organisation itself and those above it, the nearest first; `load` how many open candidates each holds. */
export function chooseOwner<One extends Owner>(
  owners: readonly One[],
  upwards: readonly string[],
  load: ReadonlyMap<string, number>,
): One | undefined {
  const [place] = upwards;
  const distance = ({ organisationId }: Owner): number => {
    const steps = upwards.indexOf(organisationId);
    return steps < 0 ? upwards.length : steps;
  };
  const inOrder = (a: One, b: One): number =>
    Number(b.records) - Number(a.records) ||
    distance(a) - distance(b) ||
    (load.get(a.id) ?? 0) - (load.get(b.id) ?? 0) ||
    a.id.localeCompare(b.id);
  return owners.filter(({ everything, organisationIds }) => everything || organisationIds.has(place!)).sort(inOrder)[0];
}
