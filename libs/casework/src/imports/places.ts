import type { Data } from '#data/data';
import { sql } from '#data/sql';
import type { LedgerRecord } from '#rules/imports/judge-sheet';
import { divisionReader, type Division, type DivisionReader } from '#rules/shared/identifiers/division';
import type { Work } from '../work.js';

export interface Place {
  readonly organisationId: string;
  readonly divisionCode: string | null;
}

/** Which organisation keeps a row: the union of the district that the row names, or whoever imports it where it names none. */
export class Places {
  private constructor(
    readonly district: DivisionReader,
    private readonly organisations: ReadonlyMap<string, string>,
  ) {}

  static async read(work: { readonly data: Data; readonly actor: Work['actor'] }): Promise<Places> {
    const divisions = await work.data.read<Division & { parentCode: string | null }>(
      work.actor,
      sql`SELECT code, name, other_names, parent_code FROM division WHERE valid_to IS NULL`,
    );
    const unions = await work.data.read<{ id: string; kind: string; divisionCode: string | null }>(
      work.actor,
      sql`SELECT id, kind, division_code FROM organisation WHERE kind IN ('city', 'district') AND dissolved_on IS NULL ORDER BY id`,
    );
    const tops = divisions.filter(({ parentCode }) => parentCode === null);
    const organisations = new Map(unions.flatMap(({ id, divisionCode }) => (divisionCode === null ? [] : [[divisionCode, id] as const])));
    // The city's own code stands for the city's own level (市本级), whether or not the city's union carries it.
    const city = unions.find(({ kind }) => kind === 'city');
    if (city) for (const { code } of tops) organisations.set(code, organisations.get(code) ?? city.id);
    return new Places(
      divisionReader(
        divisions,
        tops.flatMap(({ otherNames }) => otherNames.filter((name) => name.endsWith('市'))),
      ),
      organisations,
    );
  }

  of(record: LedgerRecord, otherwise: string): Place {
    const divisionCode = (record['district'] as string | undefined) ?? null;
    return { divisionCode, organisationId: (divisionCode === null ? undefined : this.organisations.get(divisionCode)) ?? otherwise };
  }
}
