/** Counts cells and keeps what was wrong. */
export class Tally {
  private readonly cells = new Map<string, { right: number; wrong: number }>();
  private readonly complaints = new Map<string, number>();
  private readonly shown: string[] = [];

  cell(part: string, how: string, verdict: string, right: boolean, complaint: () => string): void {
    const key = `${part} · ${how} · ${verdict}`;
    const count = this.cells.get(key) ?? { right: 0, wrong: 0 };
    this.cells.set(key, count);
    if (right) count.right += 1;
    else {
      count.wrong += 1;
      const said = complaint();
      this.complain(`${part} ${said.split(' ')[0]} ${verdict}`, said);
    }
  }

  /** Wrong without being a cell of its own. */
  wrong(key: string, complaint: string): void {
    this.cell(key, '', '', false, () => complaint);
  }

  /** The first few of each kind are enough to mend it. */
  private complain(key: string, complaint: string): void {
    const told = (this.complaints.get(key) ?? 0) + 1;
    this.complaints.set(key, told);
    if (told <= Number(process.env['PROVE_SHOW'] ?? 2)) this.shown.push(complaint);
  }

  get total(): { right: number; wrong: number } {
    return [...this.cells.values()].reduce((sum, one) => ({ right: sum.right + one.right, wrong: sum.wrong + one.wrong }), {
      right: 0,
      wrong: 0,
    });
  }

  print(): void {
    for (const [key, { right, wrong }] of [...this.cells].sort(([a], [b]) => (a < b ? -1 : 1)))
      console.log(`  ${key.padEnd(64)} ${right}${wrong ? `, WRONG ${wrong}` : ''}`);
    for (const complaint of this.shown) console.log(`wrong: ${complaint}`);
  }
}
