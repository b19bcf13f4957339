/** What last night’s jobs did in the demo city, and what people have done since: reviews on lists, cadres paired with families, questions asked. */
import { actorOf } from '#casework/access/actor-of';
import { handOverReviews } from '#casework/handoffs/hand-over-reviews';
import { planReviews } from '#casework/handoffs/plan-reviews';
import { askElsewhereOfFile } from '#casework/hardship/elsewhere/ask-elsewhere';
import { recordContact } from '#casework/hardship/pairings/go-on-with-pair';
import { pairFamily } from '#casework/hardship/pairings/pair-family';
import type { Work } from '#casework/work';
import { sql } from '#data/sql';
import { addDays, dateInShanghai, laterOf, type PlainDate } from '#rules/shared/plain-date';
import { aName, type Chance } from './chance.js';

const FAMILIES = 48;
const ASKED_ABOUT = 12;
const posts = ['组织部副部长', '权益保障部科长', '经审办主任', '工会副主席', '女工部干事'];
const found = ['上门看望，家中生活平稳。', '电话问候，孩子已返校。', '送去慰问品，老人出院在家。', '了解就业意愿，推荐家政岗位。'];

export async function reviewsOfLastNight(keeper: Work): Promise<void> {
  await planReviews(keeper, { progress: () => Promise.resolve() });
  await handOverReviews(keeper);
}

/** Some families have a cadre, most of whom kept in touch; and some were asked about before they would have been helped twice. */
export async function pairFamilies(keeper: Work, chance: Chance): Promise<void> {
  const today = dateInShanghai(keeper.now.getTime());
  const files = await keeper.data.read<{ id: string; handlerId: string; filedOn: PlainDate }>(
    keeper.actor,
    sql`SELECT f.id, f.handler_id, f.filed_on FROM hardship_file f WHERE f.status = 'active' AND f.handler_id IS NOT NULL AND f.filed_on < ${addDays(today, -30)}
          AND NOT EXISTS (SELECT FROM pairing p WHERE p.file_id = f.id) ORDER BY f.id LIMIT ${FAMILIES}`,
  );
  for (const [n, { id: fileId, handlerId, filedOn }] of files.entries()) {
    const work: Work = { ...keeper, actor: await actorOf(keeper.data, handlerId) };
    const pairedOn = laterOf(filedOn, addDays(today, -200 - chance.below(160)));
    const cadre = n % 4 === 0 ? { cadreId: handlerId } : { cadreName: aName(chance), cadrePost: chance.of(posts) };
    const { id: pairingId } = await pairFamily(work, { fileId, pairedOn, ...cadre });
    for (const ago of n % 3 === 0 ? [150] : [120, 70, 12]) {
      const contactedOn = addDays(today, -ago - chance.below(10));
      if (contactedOn >= pairedOn)
        await recordContact(work, { pairingId, contactedOn, form: chance.of(['visit', 'call']), note: chance.of(found) });
    }
    if (n < ASKED_ABOUT && work.actor.rights.has('elsewhere.ask'))
      await askElsewhereOfFile({ ...work, now: new Date(keeper.now.getTime() - n * 3_600_000) }, fileId);
  }
}
