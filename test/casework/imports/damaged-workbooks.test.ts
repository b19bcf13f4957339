import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readWorkbook } from '#casework/imports/reading/read-workbook';
import { Refusal } from '#rules/shared/refusal';
import { dice } from '../../support/dice.js';

const FOLDER = 'test/data/suzhou-2012';
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.xlsx'))
  .map((name) => readFileSync(join(FOLDER, name)))
  .sort((a, b) => a.length - b.length)
  .slice(0, 3);

async function readAll(bytes: Buffer): Promise<'read' | 'refused'> {
  try {
    const workbook = await readWorkbook('台账.xlsx', bytes);
    for (const { name } of workbook.sheets) {
      await workbook.outline(name);
      for await (const row of workbook.rows(name)) if (row.number > 200) break;
    }
    return 'read';
  } catch (error) {
    if (error instanceof Refusal && error.code.startsWith('imports.')) return 'refused';
    throw error;
  }
}

describe('a workbook damaged on its way', () => {
  // Damage that shows while nobody listens would end the whole process: the runner fails on what nobody caught.
  it('is read or refused in words, wherever the damage is', async () => {
    const random = dice(20_121);
    const met = { read: 0, refused: 0 };
    for (let i = 0; i < 400; i += 1) {
      const bytes = Buffer.from(random.pick(files));
      for (let scratches = random(4); scratches >= 0; scratches -= 1) bytes[random(bytes.length)] = random(256);
      met[await readAll(random(8) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes)] += 1;
    }
    expect(met.read, JSON.stringify(met)).toBeGreaterThan(10);
    expect(met.refused).toBeGreaterThan(100);
  });
});
