/** Which firm of the register a name and a code on paper mean. */
import { employerName, maySameEmployer } from './employer-name.js';

export interface KnownEmployer {
  readonly id: string;
  /** the registered name and every other spelling that was met */
  readonly names: readonly string[];
  readonly orgCode: string | null;
}

/**
 * By code first: it is the one sure sign, and a firm with another code is another firm. Then by the very name, then by a
 * spelling of it, but only where exactly one firm can be meant.
 */
export function whichEmployer<Known extends KnownEmployer>(
  asked: { name: string; orgCode?: string | undefined },
  known: readonly Known[],
): Known | undefined {
  const byCode = asked.orgCode ? known.find((employer) => employer.orgCode === asked.orgCode) : undefined;
  if (byCode) return byCode;
  const possible = known.filter((employer) => !asked.orgCode || employer.orgCode === null);
  const byName = possible.find((employer) => employer.names.includes(asked.name));
  if (byName) return byName;
  const name = employerName(asked.name);
  const spelt = possible.filter(({ names }) => {
    // A spelling that leaves out the place must not join what the others keep apart: none of them may say another place.
    const alike = names.map(employerName).filter((other) => other.key === name.key);
    return alike.length > 0 && alike.every((other) => maySameEmployer(name, other));
  });
  return spelt.length === 1 ? spelt[0] : undefined;
}
