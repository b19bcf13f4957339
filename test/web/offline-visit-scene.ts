/** A city of its own for the visit: an api on a fresh database, two who visit, and a family whose words are found nowhere else. */
import type { VisitFieldName, VisitValue } from '#rules/hardship/visits/visit-form';
import { DEMO_PASSWORD } from '#rules/access/demo-accounts';
import { aFamilyToVisit } from '../support/a-visit.js';
import { anAccount } from '../support/accounts.js';
import { startApi } from '../support/api.js';
import { aDatabase } from '../support/database.js';
import { aTree } from '../support/people.js';
import { aBrowser } from './a-browser.js';
import type { Day, Scene } from './offline-visit-day.js';

export const family = { holder: '欧阳雪莹', child: '欧阳小满', phone: '13951748263', address: '太平路十八弄七号六零二室' };
const words = ['令狐明月', '慢性肾功能衰竭', '希望减轻透析费用', '邻居称其丈夫'];
const people = { carrier: '陈安', colleague: '周宁' };

export interface Stage {
  scene: Scene;
  ids: { carrier: string; colleague: string; child: string };
  leave(): Promise<void>;
}

export async function aStage(): Promise<Stage> {
  const db = await aDatabase();
  const tree = await aTree(db);
  const account = (username: string, name: string, role: 'aid-officer' | 'window-clerk') =>
    anAccount(db.owner, tree.north, { role, username, name, password: DEMO_PASSWORD });
  const carrier = await account('carrier', people.carrier, 'aid-officer');
  const colleague = await account('colleague', people.colleague, 'window-clerk');
  const { fileId, childId } = await aFamilyToVisit(db, { organisationId: tree.northTown, ...family, handlerId: carrier.id });
  const api = await startApi(db.url, { LOG_LEVEL: 'info' });
  const browser = await aBrowser();
  return {
    scene: {
      url: api.url,
      db,
      browser,
      fileId,
      carrier: carrier.username,
      colleague: colleague.username,
      childName: family.child,
      planted: [...Object.values(family), ...words],
    },
    ids: { carrier: carrier.id, colleague: colleague.id, child: childId },
    async leave() {
      await browser.close();
      await api.stop();
      await db.close();
    },
  };
}

type Expected = Partial<Record<VisitFieldName, VisitValue>>;
export const CHOSEN = '户主慢性肾功能衰竭，每周透析三次';
export const OTHER = '尿毒症，透析';

/** What the form must hold in the end; the signature is a picture and looked at apart. */
export function expectedForm({ carrier, colleague, child }: Stage['ids'], today: string): Expected {
  return {
    visitedOn: today, place: 'home', metName: '令狐明月', metRelation: 'spouse', present: [child], livingTogether: 3, housing: 'rented', housingState: 'poor', rentFen: 125_050,
    vehicle: 'none', incomeToldFen: 210_000, illness: true, illnessNote: CHOSEN, disability: false, pupils: 1, neighbours: 'agree', needs: ['medical', 'schooling'],
    needsNote: '希望减轻透析费用', conclusion1: 'true', conclusion2: 'true', visitor1: { name: people.carrier, userId: carrier }, visitor2: { name: people.colleague, userId: colleague }, signedBy: '令狐明月',
    floorArea: '46.5', neighboursNote: '邻居称其丈夫常年透析', opinion2: '建议尽快认定',
  }; // prettier-ignore
}

/** Every way in which the day fell short; none is what is hoped for. */
export function shortcomings(day: Day, expected: Expected): string[] {
  const wrong: string[] = [];
  const demand = (what: string, holds: boolean): void => void (holds || wrong.push(what));
  const { signature, ...fields } = day.stored.fields;
  const names = new Set([...Object.keys(fields), ...Object.keys(expected)]) as Set<VisitFieldName>;
  for (const name of names) {
    const [stored, wanted] = [JSON.stringify(fields[name as keyof typeof fields]?.value), JSON.stringify(expected[name])];
    demand(`${name}: ${wanted} was written, ${stored} is stored`, stored === wanted);
  }
  demand('the signature is not stored', String(signature?.value).startsWith('data:image/png;base64,'));
  demand('without network something was reached', day.unreachable);
  demand('something was gone after the page or the browser was closed', day.keptBetween.every(Boolean) && day.openings === 3);
  demand(`the conflict shown is ${day.conflictsShown.join() || 'none'}`, day.conflictsShown.join() === 'illnessNote');
  demand(
    `the sides shown are ${day.sidesShown.join(' / ')}`,
    [CHOSEN, OTHER].every((side) => day.sidesShown.includes(side)),
  );
  demand(
    'the side that was not chosen is not kept',
    day.stored.decided.some(({ sides }) => sides.some(({ value }) => value === OTHER)),
  );
  demand('a conflict is left open', Object.keys(day.stored.conflicts).length === 0);
  demand('no answer was lost on the way', day.answersLost === 1);
  demand('something was uploaded before one had signed in again', day.signedInAgain);
  demand('signing out did not ask before losing what was unsent', day.askedBeforeLeaving);
  demand(`${day.photos} photographs are stored`, day.photos === 1);
  for (const place of day.search.found) wrong.push(`in plain on the device: ${place}`);
  demand('the search of the device finds nothing at all', day.search.seesNumbers);
  demand('the key can be taken out', !day.search.keyGivenOut);
  demand('the visit is still on the device', day.left.visits === 0 && day.left.databases === 0);
  return [...wrong, ...day.faults];
}
