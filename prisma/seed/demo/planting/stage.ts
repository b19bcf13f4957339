/**
 * On what the planted people of the demo city appear: who writes at which desk, and what has to be handed in as ledgers once
 * everybody is there. What is planted is told to whoever asks for it, and nowhere in the product.
 */
import type pg from 'pg';
import { createPerson } from '#casework/people/create-person';
import type { Work } from '#casework/work';
import type { FinderRule } from '#rules/hardship/finder/finder-rules';
import { addDays, addMonths, dateInShanghai, type PlainDate } from '#rules/shared/plain-date';
import { aName, anIdNumber, aPhone, type Chance } from '../chance.js';
import type { Personnel } from '../personnel.js';

/** One person and by which rules the finder has to find the person; by none, where it only looks like it. */
export interface Planted {
  readonly personId: string;
  readonly scene: string;
  readonly rules: readonly FinderRule[];
}

export interface Home {
  readonly personId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly district: Personnel['districts'][number];
  /** as ledgers write it */
  readonly place: string;
  readonly division: string;
  readonly organisationId: string;
}

export type LedgerName = '困难职工登记表' | '走访慰问发放表' | '劳模三金发放表' | '法律服务登记' | '法律援助案件台账';

export class Stage {
  readonly rows = new Map<LedgerName, Record<string, string>[]>();
  /** once the ledgers are in */
  readonly later: (() => Promise<void>)[] = [];
  readonly truth: Planted[] = [];
  private readonly numbers = new Set<string>();

  constructor(
    readonly staff: Personnel,
    readonly owner: pg.Client | pg.PoolClient,
    readonly chance: Chance,
    readonly end: Date,
    private readonly places: ReadonlyMap<string, { division: string; place: string }>,
  ) {}

  static async set(staff: Personnel, owner: pg.Client | pg.PoolClient, chance: Chance, end: Date): Promise<Stage> {
    const { rows } = await owner.query<{ id: string; division: string; place: string }>(
      `SELECT id, division_code AS division, CASE kind WHEN 'city' THEN '市本级' ELSE short_name END AS place FROM organisation WHERE kind IN ('city', 'district')`,
    );
    return new Stage(staff, owner, chance, end, new Map(rows.map(({ id, ...place }) => [id, place])));
  }

  get today(): PlainDate {
    return dateInShanghai(this.end.getTime());
  }

  /** So many months before today, and some days more. */
  ago(months: number, days = 0): PlainDate {
    return addDays(addMonths(this.today, -months), -days);
  }

  /** Somebody at work on a day of the past, or today at the moment of the play. */
  at(work: Work, day: PlainDate): Work {
    return { ...work, now: day === this.today ? this.end : new Date(`${day}T02:00:00Z`) };
  }

  async newPerson(near?: Home): Promise<Home> {
    const district = near?.district ?? this.chance.of(this.staff.districts);
    const { organisationId } = district.clerk.actor;
    const { division, place } = this.places.get(organisationId)!;
    const [name, idNumber] = [aName(this.chance), this.newNumber(division)];
    const { id } = await createPerson(this.at(district.clerk, this.ago(26)), { name, idNumber, phone: aPhone(this.chance), notSameAs: [] });
    return { personId: id, name, idNumber, district, place, division, organisationId };
  }

  private newNumber(division: string): string {
    for (;;) {
      const number = anIdNumber(this.chance, division);
      if (!this.numbers.has(number)) return (this.numbers.add(number), number);
    }
  }

  expect(home: Home, scene: string, ...rules: FinderRule[]): void {
    this.truth.push({ personId: home.personId, scene, rules });
  }

  handIn(ledger: LedgerName, row: Record<string, string>): void {
    this.rows.set(ledger, [...(this.rows.get(ledger) ?? []), row]);
  }
}
