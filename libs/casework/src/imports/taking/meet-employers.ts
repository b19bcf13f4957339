import { insertMany } from '#data/bulk';
import { sql } from '#data/sql';
import type { Transaction } from '#data/transaction';
import { employerName, maySameEmployer, type EmployerName } from '#rules/organisations/employer-name';
import { newId } from '#runtime/ids';
import { employerSearchKeys } from '../../people/search-keys.js';
import type { Work } from '../../work.js';
import type { EmployerClaim } from './taker.js';

interface Firm {
  id: string;
  name: string;
  uscc: string | null;
  orgCode: string | null;
  industry: string | null;
  ownership: string | null;
  codeUnverified: boolean;
  names: Map<string, EmployerName>;
  isNew: boolean;
  changed: boolean;
  newAliases: string[];
}

/**
 * Finds the one record of each firm: by its organisation code, which the newer social credit code contains; else by name,
 * where places agree and only one firm fits; else makes it. Other spellings become aliases.
 */
export async function meetEmployers(
  tx: Transaction,
  work: Work,
  importId: string,
  claims: readonly { rowId: string; claim: EmployerClaim }[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  if (claims.length === 0) return found;
  // Firms have no key of their own before they get a code: two imports must not make the same one side by side.
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended('employers met by imports', 0))`);
  const firms = new Register(
    await candidates(
      tx,
      claims.map(({ claim }) => claim),
    ),
  );
  for (const { rowId, claim } of claims) {
    const firm = firms.find(claim);
    if (firm === 'unclear') continue;
    found.set(rowId, (firm ?? firms.make(claim)).id);
    if (firm) firms.learn(firm, claim);
  }
  await write(tx, work, importId, firms.all);
  return found;
}

async function candidates(tx: Transaction, claims: readonly EmployerClaim[]): Promise<Firm[]> {
  const keys = [...new Set(claims.map(({ name }) => employerName(name).key))];
  const codes = [...new Set(claims.flatMap(({ code }) => (code ? [code.orgCode] : [])))];
  const rows = await tx.rows<Omit<Firm, 'names' | 'isNew' | 'changed' | 'newAliases'> & { aliases: string[] }>(sql`
    SELECT e.id, e.name, e.uscc, e.org_code, e.industry, e.ownership, e.code_unverified,
      ARRAY(SELECT a.name FROM employer_alias a WHERE a.employer_id = e.id) AS aliases
    FROM employer e
    WHERE e.org_code = ANY (${codes}) OR e.name_key = ANY (${keys}) OR e.id IN (SELECT a.employer_id FROM employer_alias a WHERE a.name_key = ANY (${keys}))
    ORDER BY e.id`);
  return rows.map(({ aliases, ...firm }) => ({
    ...firm,
    names: namesOf([firm.name, ...aliases]),
    isNew: false,
    changed: false,
    newAliases: [],
  }));
}

const namesOf = (names: readonly string[]): Map<string, EmployerName> => new Map(names.map((name) => [name, employerName(name)]));

/** A spelling without a place says nothing against the place that another spelling of the firm names. */
function placeFits(names: readonly EmployerName[], asked: EmployerName): boolean {
  const placed = names.filter(({ key, place }) => key === asked.key && place !== undefined);
  return (placed.length > 0 ? placed : names).some((known) => maySameEmployer(known, asked));
}

/** The firms of one stretch of rows, those of the database and those that the rows bring. */
class Register {
  private readonly byCode = new Map<string, Firm>();
  private readonly byKey = new Map<string, Set<Firm>>();

  constructor(readonly all: Firm[]) {
    for (const firm of all) this.enter(firm);
  }

  private enter(firm: Firm): void {
    if (firm.orgCode) this.byCode.set(firm.orgCode, firm);
    for (const { key } of firm.names.values()) {
      const under = this.byKey.get(key) ?? new Set();
      this.byKey.set(key, under.add(firm));
    }
  }

  find({ name, code }: EmployerClaim): Firm | 'unclear' | undefined {
    const coded = code && this.byCode.get(code.orgCode);
    if (coded) return coded;
    const asked = employerName(name);
    // A firm that has a code and is claimed under another one is another firm.
    const fitting = [...(this.byKey.get(asked.key) ?? [])].filter(
      (firm) => (!code || !firm.orgCode) && placeFits([...firm.names.values()], asked),
    );
    const exact = fitting.filter((firm) => firm.names.has(name));
    if (exact.length === 1) return exact[0];
    if (fitting.length <= 1) return fitting[0];
    return code ? undefined : 'unclear';
  }

  make({ name, code, industry, ownership }: EmployerClaim): Firm {
    const firm: Firm = {
      id: newId(),
      name,
      uscc: code?.uscc ?? null,
      orgCode: code?.orgCode ?? null,
      industry: industry ?? null,
      ownership: ownership ?? null,
      codeUnverified: code ? !code.verified : false,
      names: namesOf([name]),
      isNew: true,
      changed: false,
      newAliases: [],
    };
    this.all.push(firm);
    this.enter(firm);
    return firm;
  }

  /** Fills in codes, industry and ownership where the firm has none, and remembers the spelling. */
  learn(firm: Firm, { name, code, industry, ownership }: EmployerClaim): void {
    const before = JSON.stringify([firm.name, firm.uscc, firm.orgCode, firm.industry, firm.ownership]);
    if (code && !firm.orgCode) {
      firm.codeUnverified = !code.verified;
      // Until now the firm was only talked about; whoever gives its code gives its full name too.
      if (name.length > firm.name.length) {
        if (!firm.isNew) firm.newAliases.push(firm.name);
        firm.name = name;
      }
    }
    firm.orgCode ??= code?.orgCode ?? null;
    if (code?.uscc && code.orgCode === firm.orgCode) firm.uscc ??= code.uscc;
    firm.industry ??= industry ?? null;
    firm.ownership ??= ownership ?? null;
    if (!firm.names.has(name)) {
      firm.names.set(name, employerName(name));
      if (name !== firm.name) firm.newAliases.push(name);
    }
    if (before !== JSON.stringify([firm.name, firm.uscc, firm.orgCode, firm.industry, firm.ownership])) firm.changed = true;
    this.enter(firm);
  }
}

async function write(tx: Transaction, work: Work, importId: string, firms: readonly Firm[]): Promise<void> {
  const texts = (firm: Firm) => {
    const nameKey = employerName(firm.name).key;
    return { name: firm.name, nameKey, searchKeys: employerSearchKeys([...firm.names.keys()], nameKey) };
  };
  await insertMany(
    tx,
    'employer',
    firms
      .filter(({ isNew }) => isNew)
      .map((firm) => {
        const { id, uscc, orgCode, industry, ownership, codeUnverified } = firm;
        return {
          id,
          ...texts(firm),
          uscc,
          orgCode,
          industry,
          ownership,
          codeUnverified,
          createdAt: work.now,
          createdBy: work.actor.id,
          madeByImport: importId,
        };
      }),
  );
  const changed = firms.filter(({ isNew, changed: touched, newAliases }) => !isNew && (touched || newAliases.length > 0));
  if (changed.length > 0) {
    const rows = changed.map((firm) => {
      const { name, nameKey, searchKeys } = texts(firm);
      return {
        id: firm.id,
        name,
        name_key: nameKey,
        search_keys: searchKeys,
        uscc: firm.uscc,
        org_code: firm.orgCode,
        industry: firm.industry,
        ownership: firm.ownership,
        code_unverified: firm.codeUnverified,
      };
    });
    await tx.rows(sql`
      UPDATE employer e SET name = n.name, name_key = n.name_key, search_keys = n.search_keys, uscc = n.uscc, org_code = n.org_code, industry = n.industry, ownership = n.ownership, code_unverified = n.code_unverified
      FROM json_populate_recordset(NULL::employer, ${JSON.stringify(rows)}::json) n WHERE e.id = n.id`);
  }
  const aliases = firms.flatMap((firm) =>
    [...new Set(firm.newAliases)].map((name) => ({ employerId: firm.id, name, nameKey: employerName(name).key, madeByImport: importId })),
  );
  await insertMany(tx, 'employer_alias', aliases, sql`ON CONFLICT (employer_id, name) DO NOTHING`);
}
