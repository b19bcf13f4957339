/** Scenes of families that are, were or wanted to be on file: what the finder must see in files, and what only looks like it. */
import type { FinderRule } from '#rules/hardship/finder/finder-rules';
import type { PlainDate } from '#rules/shared/plain-date';
import { above, applies, assessed, householdOnFile, joins, liftedFile, pastFile, refusedFile } from './planted-files.js';
import { disputeOf, fileOf, petitionOf, visitTo } from './matters.js';
import { scene, type Scene } from './scenes-of-matters.js';
import type { Home, Stage } from './stage.js';

const lifted: readonly Scene[] = [
  scene('lifted, then wages unpaid', ['lifted-new-sign', 'income-lost'], async (stage, home) => {
    await liftedFile(stage, home, stage.ago(5));
    await disputeOf(stage, home, stage.ago(1), '51');
  }),
  scene('lifted, then the wife asked for help', ['lifted-new-sign'], async (stage, home) => {
    const { household } = await liftedFile(stage, home, stage.ago(11));
    const wife = await stage.newPerson(home);
    await joins(stage, household, wife);
    await petitionOf(stage, wife, stage.ago(2));
    stage.expect(wife, 'the wife of a family lifted', 'petition-for-help');
  }),
  scene('lifted, then paid for an illness', ['lifted-new-sign', 'visited-without-file'], async (stage, home) => {
    await liftedFile(stage, home, stage.ago(3));
    visitTo(stage, home, stage.ago(1), '大病职工');
  }),
  scene('like: the dispute was before the lifting', ['income-lost'], async (stage, home) => {
    await disputeOf(stage, home, stage.ago(8), '51');
    await liftedFile(stage, home, stage.ago(5));
  }),
  scene('like: lifted thirteen months ago', ['income-lost'], async (stage, home) => {
    await liftedFile(stage, home, stage.ago(13));
    await disputeOf(stage, home, stage.ago(1), '51');
  }),
  scene('like: lifted, and nothing since', [], (stage, home) => liftedFile(stage, home, stage.ago(5)).then(() => undefined)),
  scene('like: lifted, and applying again', [], async (stage, home) => {
    await liftedFile(stage, home, stage.ago(5));
    await petitionOf(stage, home, stage.ago(1));
    await applies(stage, home, stage.ago(0, 3));
  }),
];

/** Anything given to the family, of a kind that is nobody's hardship. */
const helped = (stage: Stage, home: Home, day: PlainDate): void => visitTo(stage, home, day, '困难职工');

const idle: readonly Scene[] = [
  scene('unchanged for fourteen months and never helped', ['file-unchanged', 'file-never-helped'], (stage, home) =>
    fileOf(stage, home, stage.ago(14)),
  ),
  scene('helped once, unchanged since it was filed', ['file-unchanged'], (stage, home) => {
    fileOf(stage, home, stage.ago(14));
    helped(stage, home, stage.ago(13));
  }),
  scene('eight months on file, never helped', ['file-never-helped'], (stage, home) => fileOf(stage, home, stage.ago(8))),
  scene('like: five months on file', [], (stage, home) => fileOf(stage, home, stage.ago(5))),
  scene('like: reviewed three months ago', [], (stage, home) => {
    fileOf(stage, home, stage.ago(14));
    helped(stage, home, stage.ago(2));
    const reviewedOn = stage.ago(3);
    stage.later.push(async () => {
      await stage.owner.query(`UPDATE hardship_file SET reviewed_on = $2 WHERE holder_id = $1`, [home.personId, reviewedOn]);
    });
  }),
  scene('like: the wife was helped', [], async (stage, home) => {
    const wife = await stage.newPerson(home);
    fileOf(stage, home, stage.ago(8));
    helped(stage, wife, stage.ago(1));
    stage.later.push(async () => joins(stage, await householdOnFile(stage, home), wife));
    stage.expect(wife, 'like: helped as the wife of a family on file');
  }),
  scene('like: lifted long ago', [], (stage, home) => liftedFile(stage, home, stage.ago(14)).then(() => undefined)),
];

const twice: readonly FinderRule[] = ['refused-twice'];
const refusals: readonly Scene[] = [
  scene('refused twice within a year', twice, async (stage, home) => {
    const { household } = await refusedFile(stage, home, stage.ago(9));
    await refusedFile(stage, home, stage.ago(3), household);
  }),
  scene('first the wife was refused, then the husband', twice, async (stage, home) => {
    const wife = await stage.newPerson(home);
    const { household } = await refusedFile(stage, wife, stage.ago(14));
    await joins(stage, household, home);
    await refusedFile(stage, home, stage.ago(2), household);
    stage.expect(wife, 'the wife whose husband applied after her');
  }),
  scene('refused three times', twice, async (stage, home) => {
    const { household } = await refusedFile(stage, home, stage.ago(30));
    await refusedFile(stage, home, stage.ago(20), household);
    await refusedFile(stage, home, stage.ago(0, 10), household);
  }),
  scene('like: refused once', [], (stage, home) => refusedFile(stage, home, stage.ago(3)).then(() => undefined)),
  scene('like: the other time is too long ago', [], async (stage, home) => {
    const { household } = await refusedFile(stage, home, stage.ago(25));
    await refusedFile(stage, home, stage.ago(2), household);
  }),
  scene('like: took back the other time', [], async (stage, home) => {
    const { household } = await pastFile(stage, home, { status: 'withdrawn', begunOn: stage.ago(8), endedOn: stage.ago(8) });
    await refusedFile(stage, home, stage.ago(2), household);
  }),
  scene('like: refused twice, and applying', [], async (stage, home) => {
    const { household } = await refusedFile(stage, home, stage.ago(9));
    await refusedFile(stage, home, stage.ago(3), household);
    await applies(stage, home, stage.ago(0, 4));
  }),
];

const near: readonly FinderRule[] = ['near-miss'];
const assessedAs =
  (months: number, make: Parameters<typeof assessed>[4], known = true): Scene['play'] =>
  async (stage, home) => {
    const { id } = await refusedFile(stage, home, stage.ago(months));
    await assessed(stage, home, id, stage.ago(months), make, known);
  };
const untold = (standardFen: number) => {
  const { medical: _, ...rest } = above(200)(standardFen);
  return rest;
};
const nearMisses: readonly Scene[] = [
  scene('a twentieth of the standard too much', near, assessedAs(4, above(5))),
  scene('refused while no standard was known', near, assessedAs(10, above(-20), false)),
  scene('nobody asked for the cost of illness', near, assessedAs(2, untold)),
  scene('like: half the standard too much', [], assessedAs(4, above(50))),
  scene('like: near, but with two dwellings', [], assessedAs(4, above(5, { dwellings: 2 }))),
  scene('like: refused on other grounds', [], assessedAs(4, above(-50))),
  scene('like: near, two years ago', [], assessedAs(25, above(5))),
  scene('like: near, and applying again', [], async (stage, home) => {
    await assessedAs(4, above(5))(stage, home);
    await applies(stage, home, stage.ago(0, 2));
  }),
];

export const scenesOfFiles: readonly Scene[] = [...lifted, ...idle, ...refusals, ...nearMisses];
