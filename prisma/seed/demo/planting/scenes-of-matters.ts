/** Scenes of people without a file: what the finder must see in disputes, legal aid, petitions and visits, and what only looks like it. */
import type { FinderRule } from '#rules/hardship/finder/finder-rules';
import { applies, householdOnFile, joins, liftedFile } from './planted-files.js';
import { disputeOf, fileOf, legalAidOf, petitionOf, visitTo } from './matters.js';
import type { Home, Stage } from './stage.js';

/** What happens to one planted person, and by which rules the finder has to find the person. */
export interface Scene {
  readonly name: string;
  readonly rules: readonly FinderRule[];
  readonly play: (stage: Stage, home: Home) => void | Promise<void>;
}
export const scene = (name: string, rules: readonly FinderRule[], play: Scene['play']): Scene => ({ name, rules, play });

/** On file for two months: nothing is idle yet. */
const onFile = (stage: Stage, home: Home): void => fileOf(stage, home, stage.ago(2));

/** On file through the wife or husband. */
const inFamilyOnFile = async (stage: Stage, home: Home): Promise<void> => {
  const holder = await stage.newPerson(home);
  onFile(stage, holder);
  stage.later.push(async () => joins(stage, await householdOnFile(stage, holder), home));
  stage.expect(holder, 'the holder of a family on file');
};

const lost: readonly FinderRule[] = ['income-lost'];
const disputes: readonly Scene[] = [
  scene('wages unpaid, just registered', lost, (stage, home) => disputeOf(stage, home, stage.ago(1), '51')),
  scene('a work injury beside social insurance', lost, (stage, home) => disputeOf(stage, home, stage.ago(11), '43', { secondary: ['52'] })),
  scene('dismissed, and no agreement', lost, (stage, home) => disputeOf(stage, home, stage.ago(3), '31', { fate: 'failed' })),
  scene('agreed, and not yet paid', lost, (stage, home) => disputeOf(stage, home, stage.ago(2), '53', { fate: 'agreed' })),
  scene('a year ago but for a day', lost, (stage, home) => disputeOf(stage, home, stage.ago(12, -1), '24')),
  scene('today', lost, (stage, home) => disputeOf(stage, home, stage.today, '52')),
  scene('like: social insurance alone', [], (stage, home) => disputeOf(stage, home, stage.ago(1), '43')),
  scene('like: left of the own will', [], (stage, home) => disputeOf(stage, home, stage.ago(1), '32')),
  scene('like: paid as agreed', [], (stage, home) => disputeOf(stage, home, stage.ago(3), '51', { fate: 'paid' })),
  scene('like: taken back', [], (stage, home) => disputeOf(stage, home, stage.ago(3), '51', { fate: 'withdrawn' })),
  scene('like: a year ago to the day', [], (stage, home) => disputeOf(stage, home, stage.ago(12), '51')),
  scene('like: on file', [], async (stage, home) => {
    onFile(stage, home);
    await disputeOf(stage, home, stage.ago(1), '51');
  }),
  scene('like: in a family on file', [], async (stage, home) => {
    await inFamilyOnFile(stage, home);
    await disputeOf(stage, home, stage.ago(1), '51');
  }),
  scene('like: applying already', [], async (stage, home) => {
    await applies(stage, home, stage.ago(0, 5));
    await disputeOf(stage, home, stage.ago(1), '52');
  }),
];

const client: readonly FinderRule[] = ['legal-aid-client'];
const legalAid: readonly Scene[] = [
  scene('advice on wages', client, (stage, home) => legalAidOf(stage, home, stage.ago(2), '劳动报酬', '法律咨询')),
  scene('represented after an injury', client, (stage, home) => legalAidOf(stage, home, stage.ago(6), '工伤待遇', '仲裁代理')),
  scene('documents on wages, eleven months ago', client, (stage, home) =>
    legalAidOf(stage, home, stage.ago(11), '劳动报酬', '代写法律文书'),
  ),
  scene('like: advice on social insurance', [], (stage, home) => legalAidOf(stage, home, stage.ago(2), '社会保险', '法律咨询')),
  scene('like: a lecture on wages', [], (stage, home) => legalAidOf(stage, home, stage.ago(2), '劳动报酬', '普法宣传')),
  scene('like: thirteen months ago', [], (stage, home) => legalAidOf(stage, home, stage.ago(13), '劳动报酬', '法律咨询')),
  scene('like: on file', [], (stage, home) => {
    onFile(stage, home);
    legalAidOf(stage, home, stage.ago(1), '工伤待遇', '仲裁代理');
  }),
];

const petitioner: readonly FinderRule[] = ['petition-for-help'];
const petitions: readonly Scene[] = [
  scene('asked for help', petitioner, (stage, home) => petitionOf(stage, home, stage.ago(1))),
  scene('asked about help, was told', petitioner, (stage, home) =>
    petitionOf(stage, home, stage.ago(4), { purpose: 'enquiry', result: 'explained' }),
  ),
  scene('asked and was not supported', petitioner, (stage, home) => petitionOf(stage, home, stage.ago(9), { result: 'not_supported' })),
  scene('like: on labour rights', [], (stage, home) => petitionOf(stage, home, stage.ago(1), { subject: '20' })),
  scene('like: gave thanks', [], (stage, home) => petitionOf(stage, home, stage.ago(1), { purpose: 'thanks' })),
  scene('like: was given aid', [], (stage, home) => petitionOf(stage, home, stage.ago(2), { result: 'aided' })),
  scene('like: a year and a day ago', [], (stage, home) => petitionOf(stage, home, stage.ago(12, 1))),
  scene('like: in a family on file', [], async (stage, home) => {
    await inFamilyOnFile(stage, home);
    await petitionOf(stage, home, stage.ago(1));
  }),
];

const visited: readonly FinderRule[] = ['visited-without-file'];
const visits: readonly Scene[] = [
  scene('visited as in hardship', visited, (stage, home) => visitTo(stage, home, stage.ago(3), '困难职工')),
  scene('visited in an illness, twenty months ago', visited, (stage, home) => visitTo(stage, home, stage.ago(20), '大病职工')),
  scene('visited as a migrant in hardship', visited, (stage, home) => visitTo(stage, home, stage.ago(1), '困难农民工')),
  scene('like: two years ago and a month', [], (stage, home) => visitTo(stage, home, stage.ago(25), '困难职工')),
  scene('like: visited, but not as in hardship', [], (stage, home) => visitTo(stage, home, stage.ago(3), '')),
  scene('like: on file now', [], (stage, home) => {
    onFile(stage, home);
    visitTo(stage, home, stage.ago(1), '困难职工');
  }),
  scene('like: on file at the time', [], async (stage, home) => {
    await liftedFile(stage, home, stage.ago(14));
    visitTo(stage, home, stage.ago(15), '特困职工');
  }),
];

export const scenesOfMatters: readonly Scene[] = [...disputes, ...legalAid, ...petitions, ...visits];
