/** Clerks at the window: disputes, petitions, people and families in hardship are registered and moved, one after the other. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Dice } from '../support/dice.js';
import { residentNumber } from '../support/resident-number.js';
import { family } from './families.js';
import type { Asker, Ledger } from './insisting.js';

type Made = { id?: string };

export async function clerkAtWork(ledger: Ledger, clerk: Asker, random: Dice): Promise<void> {
  while (!ledger.over) {
    const act = random(20);
    if (act < 8) await dispute(ledger, clerk, random);
    else if (act < 13) await petition(ledger, clerk, random);
    else await person(ledger, clerk, random);
    await pause(random(15));
  }
}

async function dispute(ledger: Ledger, clerk: Asker, random: Dice, applicantId?: string): Promise<void> {
  const mark = ledger.mark();
  const parties = { ...(applicantId && { applicantId }), applicantName: '演练人', employerName: '演练公司' };
  const body = { organisationId: clerk.organisationId, channel: 'V', category: '51', ...parties, request: `请求支付工资 ${mark}` };
  const made = await ledger.insist<Made>(clerk, { kind: 'dispute', mark }, 'POST', '/api/disputes', body);
  if (made?.id && random(2) === 0)
    await ledger.insist(clerk, { kind: 'apply', mark }, 'POST', `/api/disputes/${made.id}/application`, { version: 1 });
}

async function petition(ledger: Ledger, clerk: Asker, random: Dice): Promise<void> {
  const mark = ledger.mark();
  const body = {
    organisationId: clerk.organisationId,
    channel: 'V',
    purpose: 'settlement',
    subject: '20',
    petitionerName: '演练人',
    content: `反映欠薪 ${mark}`,
  };
  const made = await ledger.insist<Made>(clerk, { kind: 'petition', mark }, 'POST', '/api/petitions', body);
  if (made?.id && random(2) === 0)
    await ledger.insist(clerk, { kind: 'accept', mark }, 'POST', `/api/petitions/${made.id}/acceptance`, { version: 1 });
}

/** Somebody new, who comes for nothing more, over unpaid wages (whom the nightly search may find), or with a family in hardship. */
async function person(ledger: Ledger, clerk: Asker, random: Dice): Promise<void> {
  const mark = ledger.mark();
  const made = await ledger.insist<Made>(clerk, { kind: 'person', mark }, 'POST', '/api/people', {
    name: '演练人',
    idNumber: residentNumber(Number(mark.slice(1))),
    address: mark,
  });
  const why = random(4);
  if (made?.id && why === 1) await dispute(ledger, clerk, random, made.id);
  if (made?.id && why > 1) await family(ledger, clerk, random, made.id);
}
